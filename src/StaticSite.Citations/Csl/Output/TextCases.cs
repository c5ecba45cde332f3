using System.Globalization;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

/// <summary>Changes of letter case. They reach across markup and leave alone what is marked as not to be changed.</summary>
internal static class TextCases
{
    /// <summary>In characters: a longer text is not changed on the stack.</summary>
    private const int MostOnStack = 512;

    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-US");
    private static readonly string[] s_special = ["tr", "az", "lt"];

    public static void Apply(Node node, TextCase textCase, string language)
    {
        if (node is TextNode only)
        {
            ApplyTo(only, textCase, Culture(language));
            return;
        }

        var leaves = new List<TextNode>();
        var areFixed = new List<bool>();
        Collect(node, false, leaves, areFixed);
        var length = 0;
        foreach (var leaf in leaves)
        {
            length += leaf.Text.Length;
        }

        Span<char> text = length <= MostOnStack ? stackalloc char[length] : new char[length];
        Span<bool> isFixed = length <= MostOnStack ? stackalloc bool[length] : new bool[length];
        var at = 0;
        for (var i = 0; i < leaves.Count; i++)
        {
            leaves[i].Text.CopyTo(text[at..]);
            isFixed.Slice(at, leaves[i].Text.Length).Fill(areFixed[i]);
            at += leaves[i].Text.Length;
        }

        Change(text, isFixed, textCase, Culture(language));
        at = 0;
        foreach (var leaf in leaves)
        {
            var changed = text.Slice(at, leaf.Text.Length);
            at += leaf.Text.Length;
            Set(leaf, changed);
        }
    }

    /// <summary>Most texts have no markup.</summary>
    private static void ApplyTo(TextNode node, TextCase textCase, CultureInfo culture)
    {
        var length = node.Text.Length;
        Span<char> text = length <= MostOnStack ? stackalloc char[length] : new char[length];
        Span<bool> isFixed = length <= MostOnStack ? stackalloc bool[length] : new bool[length];
        node.Text.CopyTo(text);
        isFixed.Clear();
        Change(text, isFixed, textCase, culture);
        Set(node, text);
    }

    private static void Set(TextNode node, ReadOnlySpan<char> changed)
    {
        if (!changed.SequenceEqual(node.Text))
        {
            node.Text = changed.ToString();
        }
    }

    private static void Collect(Node node, bool isFixed, List<TextNode> leaves, List<bool> areFixed)
    {
        if (node is TextNode text)
        {
            leaves.Add(text);
            areFixed.Add(isFixed);
        }
        else if (node is GroupNode group)
        {
            isFixed |= group.Markup is Markup.NoCase or Markup.Superscript or Markup.Subscript;
            foreach (var child in group.Children)
            {
                Collect(child, isFixed, leaves, areFixed);
            }
        }
    }

    /// <summary>Turkish, Azeri and Lithuanian have letter pairs of their own.</summary>
    private static CultureInfo Culture(string language)
    {
        foreach (var special in s_special)
        {
            if (Locales.LanguageTag.IsOf(language, special))
            {
                return CultureInfo.GetCultureInfo(special);
            }
        }

        return s_english;
    }

    private static void Change(Span<char> text, ReadOnlySpan<bool> isFixed, TextCase textCase, CultureInfo culture)
    {
        switch (textCase)
        {
            case TextCase.Lowercase:
                Each(text, isFixed, culture.TextInfo.ToLower);
                break;
            case TextCase.Uppercase:
                Each(text, isFixed, culture.TextInfo.ToUpper);
                break;
            case TextCase.CapitalizeFirst:
                CapitalizeFirst(text, isFixed, culture);
                break;
            case TextCase.CapitalizeAll:
                CapitalizeAll(text, isFixed, culture);
                break;
            case TextCase.Sentence:
                Sentence(text, isFixed, culture);
                break;
            case TextCase.Title:
                TitleCase.Apply(text, isFixed);
                break;
        }
    }

    private static void Each(Span<char> text, ReadOnlySpan<bool> isFixed, Func<char, char> change)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!isFixed[i])
            {
                text[i] = change(text[i]);
            }
        }
    }

    private static void CapitalizeFirst(Span<char> text, ReadOnlySpan<bool> isFixed, CultureInfo culture)
    {
        var first = 0;
        while (first < text.Length && !char.IsLetterOrDigit(text[first]))
        {
            first++;
        }

        if (first < text.Length && !isFixed[first])
        {
            text[first] = culture.TextInfo.ToUpper(text[first]);
        }
    }

    private static void CapitalizeAll(Span<char> text, ReadOnlySpan<bool> isFixed, CultureInfo culture)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!isFixed[i] && (i == 0 || char.IsWhiteSpace(text[i - 1])))
            {
                text[i] = culture.TextInfo.ToUpper(text[i]);
            }
        }
    }

    private static void Sentence(Span<char> text, ReadOnlySpan<bool> isFixed, CultureInfo culture)
    {
        if (!text.ContainsAnyInRange('a', 'z'))
        {
            Each(text, isFixed, culture.TextInfo.ToLower);
        }

        CapitalizeFirst(text, isFixed, culture);
    }
}
