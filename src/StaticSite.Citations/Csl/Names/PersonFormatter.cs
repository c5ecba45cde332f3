using System.Text;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Names;

/// <summary>How one name of a list is to be shown.</summary>
internal readonly record struct PersonForm(bool IsShort, bool IsInverted, bool IsSort, string? InitializeWith, bool Initialize, string SortSeparator);

/// <summary>One name, its parts in order. One formatter serves list after list.</summary>
/// <param name="format">Puts an element's formatting around its content.</param>
internal sealed class PersonFormatter(StyleOptions options, NodePool nodes, Func<Node, Formatting, Node> format)
{
    private NameElement _element = NameElement.Default;
    private Quotes _quotes = null!;
    private bool _joins;

    /// <summary>To be called before the names of a list.</summary>
    /// <param name="joins">Nothing around the names changes their letters, so that the parts of a plain one may be one text.</param>
    public void Begin(NameElement element, Quotes quotes, bool joins)
    {
        (_element, _quotes) = (element, quotes);
        _joins = joins && element.Family.IsNone && element.Given.IsNone;
    }

    public Node Format(Name name, in PersonForm form)
    {
        if (string.IsNullOrWhiteSpace(name.Family))
        {
            var whole = !string.IsNullOrWhiteSpace(name.Literal) ? name.Literal.Trim() : name.Given?.Trim() ?? "";
            // An institution is not a family: its name keeps its case.
            return Part([whole], _element.Family.TextCase == TextCase.Unset ? _element.Family : _element.Family with { TextCase = TextCase.Unset });
        }

        if (_joins && !form.IsShort && Joined(name, form) is { } joined)
        {
            return nodes.Text(joined);
        }

        if (!IsWestern(name))
        {
            return Eastern(name, form);
        }

        return form.IsShort ? Short(name, form) : form.IsInverted ? Inverted(name, form) : Straight(name, form);
    }

    /// <summary>The whole name where it has but two parts of nothing but letters, so that no punctuation can meet in it; null for any other.</summary>
    private string? Joined(Name name, in PersonForm form)
    {
        if (!string.IsNullOrEmpty(name.Suffix) || !string.IsNullOrEmpty(name.DroppingParticle) || !string.IsNullOrEmpty(name.NonDroppingParticle)
            || !IsPlain(name.Family!) || name.Family![^1] == '.' || string.IsNullOrEmpty(name.Given) || !IsPlain(name.Given))
        {
            return null;
        }

        if (!IsWestern(name))
        {
            return IsCjk(name.Family![0]) && !IsWestern(name.Given) ? name.Family + name.Given : null;
        }

        var given = Given(name, form);
        return given.Length == 0 ? null : form.IsInverted ? string.Concat(name.Family, form.SortSeparator, given) : $"{given} {name.Family}";
    }

    /// <summary>Letters within, and at both ends one; after the last a full stop.</summary>
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (!char.IsLetter(c) && c is not (' ' or '.' or '-'))
            {
                return false;
            }
        }

        return char.IsLetter(text[0]) && (char.IsLetter(text[^1]) || text[^1] == '.');
    }

    private Node Short(Name name, in PersonForm form) =>
        form.IsSort && options.DemoteNonDroppingParticle != Demote.Never
            ? Part([name.Family!], _element.Family)
            : Part([name.NonDroppingParticle, name.Family], _element.Family);

    private GroupNode Straight(Name name, in PersonForm form)
    {
        var isJoined = EndsJoined(name.DroppingParticle);
        var first = nodes.Group(" ");
        first.Children.Add(Part([Given(name, form)], _element.Given));
        if (name.DroppingParticle is { Length: > 0 } && !isJoined)
        {
            first.Children.Add(Part([name.DroppingParticle], _element.Given with { Prefix = "", Suffix = "" }));
        }

        var node = Pair(first, Part([isJoined ? name.DroppingParticle : null, name.NonDroppingParticle, name.Family], _element.Family), " ");
        return name.Suffix is { Length: > 0 } suffix ? Pair(node, Text(WithoutPeriods(suffix, form)), name.HasCommaSuffix ? ", " : " ") : node;
    }

    private GroupNode Inverted(Name name, in PersonForm form)
    {
        var demotes = options.DemoteNonDroppingParticle == Demote.DisplayAndSort || (form.IsSort && options.DemoteNonDroppingParticle == Demote.SortOnly);
        var family = demotes ? Part([name.Family], _element.Family) : Part([name.NonDroppingParticle, name.Family], _element.Family);
        var given = Part([Given(name, form), name.DroppingParticle, demotes ? name.NonDroppingParticle : null], _element.Given);
        var node = Pair(family, given, form.SortSeparator);
        if (name.Suffix is { Length: > 0 } suffix)
        {
            node.Children.Add(Text(WithoutPeriods(suffix, form)));
        }

        return node;
    }

    /// <summary>Names in scripts that write the family name first and nothing between.</summary>
    private Node Eastern(Name name, in PersonForm form)
    {
        var family = Part([name.NonDroppingParticle, name.Family], _element.Family);
        if (form.IsShort || string.IsNullOrWhiteSpace(name.Given))
        {
            return family;
        }

        var isInitials = IsCjk(name.Family![0]) && IsWestern(name.Given);
        var given = Part([isInitials ? Given(name, form) : name.Given.Trim()], _element.Given);
        return Pair(family, given, IsCjk(name.Family[0]) && !isInitials ? "" : " ");
    }

    private GroupNode Pair(Node first, Node second, string delimiter)
    {
        var pair = nodes.Group(delimiter);
        pair.Children.Add(first);
        pair.Children.Add(second);
        return pair;
    }

    /// <summary>A style that prints initials without full stops prints <c>Jr</c> without one.</summary>
    private static string WithoutPeriods(string suffix, in PersonForm form) =>
        form.InitializeWith is { } with && !with.Contains('.', StringComparison.Ordinal) ? suffix.Replace(".", "", StringComparison.Ordinal) : suffix;

    private string Given(Name name, in PersonForm form)
    {
        var given = name.Given?.Trim() ?? "";
        if (form.InitializeWith is not { } with || given.Length == 0)
        {
            return given;
        }

        return given.Contains('<', StringComparison.Ordinal)
            ? MarkedInitials(given, with, form.Initialize)
            : Initials.Of(given, with, form.Initialize, options.InitializeWithHyphen);
    }

    private string MarkedInitials(string given, string with, bool initialize)
    {
        var tags = new List<string>();
        var marked = new StringBuilder();
        for (var i = 0; i < given.Length;)
        {
            var end = given[i] == '<' ? given.IndexOf('>', i) : -1;
            if (end > 0 && tags.Count < 250)
            {
                marked.Append((char)('\uE000' + tags.Count));
                tags.Add(given[i..(end + 1)]);
                i = end + 1;
            }
            else
            {
                marked.Append(given[i++]);
            }
        }

        var text = new StringBuilder(Initials.Of(marked.ToString(), with, initialize, options.InitializeWithHyphen));
        for (var i = 0; i < tags.Count; i++)
        {
            text.Replace(((char)('\uE000' + i)).ToString(), tags[i]);
        }

        return text.ToString();
    }

    /// <summary>Each piece is formatted by itself; the part's affixes stand around all of them.</summary>
    private Node Part(ReadOnlySpan<string?> pieces, Formatting formatting)
    {
        var hasAffixes = formatting.Prefix.Length + formatting.Suffix.Length > 0;
        var bare = hasAffixes ? formatting with { Prefix = "", Suffix = "" } : formatting;
        var part = nodes.Group();
        (part.Prefix, part.Suffix) = (formatting.Prefix, formatting.Suffix);
        var joint = "";
        foreach (var piece in pieces)
        {
            if (string.IsNullOrWhiteSpace(piece))
            {
                continue;
            }

            if (part.Children.Count > 0 && joint.Length > 0)
            {
                part.Children.Add(nodes.Text(joint));
            }

            part.Children.Add(format(Text(piece), bare));
            joint = EndsJoined(piece) ? "" : " ";
        }

        return part.Children.Count == 1 && !hasAffixes ? part.Children[0] : part;
    }

    private Node Text(string text) => RichTextParser.IsPlain(text, _quotes) ? nodes.Text(text) : RichTextParser.Parse(text, _quotes);

    /// <summary>A particle that ends in an apostrophe or a hyphen touches the name.</summary>
    private static bool EndsJoined(string? particle) => particle is { Length: > 0 } && particle[^1] is '\'' or '\u2019' or '-' or '\u2010';

    private static bool IsWestern(Name name) => !name.IsStaticOrdering && IsWestern(name.Family!) && (name.Given is not { Length: > 0 } given || IsWestern(given));

    private static bool IsWestern(string text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return !IsCjk(c);
            }
        }

        return true;
    }

    private static bool IsCjk(char c) => c is (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uF900' and <= '\uFAFF') || char.IsSurrogate(c);
}
