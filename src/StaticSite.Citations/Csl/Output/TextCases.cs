using System.Globalization;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Output;

/// <summary>Changes of letter case. They reach across markup and leave alone what is marked as not to be changed.</summary>
internal static class TextCases
{
    public static void Apply(Node node, TextCase textCase, string language)
    {
        var leaves = new List<(TextNode Text, bool Fixed)>();
        Collect(node, false, leaves);
        if (leaves.Count == 0)
        {
            return;
        }

        var length = leaves.Sum(leaf => leaf.Text.Text.Length);
        var text = new char[length];
        var isFixed = new bool[length];
        var at = 0;
        foreach (var (leaf, leafFixed) in leaves)
        {
            leaf.Text.CopyTo(text.AsSpan(at));
            isFixed.AsSpan(at, leaf.Text.Length).Fill(leafFixed);
            at += leaf.Text.Length;
        }

        Change(text, isFixed, textCase, Culture(language));
        at = 0;
        foreach (var (leaf, _) in leaves)
        {
            var changed = text.AsSpan(at, leaf.Text.Length);
            at += leaf.Text.Length;
            if (!changed.SequenceEqual(leaf.Text))
            {
                leaf.Text = changed.ToString();
            }
        }
    }

    private static void Collect(Node node, bool isFixed, List<(TextNode Text, bool Fixed)> leaves)
    {
        if (node is TextNode text)
        {
            leaves.Add((text, isFixed));
        }
        else if (node is GroupNode group)
        {
            isFixed |= group.Markup is Markup.NoCase or Markup.Superscript or Markup.Subscript;
            foreach (var child in group.Children)
            {
                Collect(child, isFixed, leaves);
            }
        }
    }

    /// <summary>Turkish, Azeri and Lithuanian have letter pairs of their own.</summary>
    private static CultureInfo Culture(string language) => Locales.LanguageTag.Primary(language) is "tr" or "az" or "lt"
        ? CultureInfo.GetCultureInfo(Locales.LanguageTag.Primary(language))
        : CultureInfo.GetCultureInfo("en-US");

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
