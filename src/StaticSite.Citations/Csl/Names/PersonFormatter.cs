using System.Text;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Names;

/// <summary>How one name of a list is to be shown.</summary>
internal readonly record struct PersonForm(bool IsShort, bool IsInverted, bool IsSort, string? InitializeWith, bool Initialize, string SortSeparator);

/// <summary>One name, its parts in order.</summary>
internal sealed class PersonFormatter(StyleOptions options, NameElement element, Func<Node, Formatting, Node> format, Quotes quotes)
{
    public Node Format(Name name, PersonForm form)
    {
        if (string.IsNullOrWhiteSpace(name.Family))
        {
            var whole = !string.IsNullOrWhiteSpace(name.Literal) ? name.Literal.Trim() : name.Given?.Trim() ?? "";
            // An institution is not a family: its name keeps its case.
            return Part([whole], element.Family with { TextCase = TextCase.Unset });
        }

        if (!IsWestern(name))
        {
            return Eastern(name, form);
        }

        return form.IsShort ? Short(name, form) : form.IsInverted ? Inverted(name, form) : Straight(name, form);
    }

    private Node Short(Name name, PersonForm form) =>
        form.IsSort && options.DemoteNonDroppingParticle != Demote.Never
            ? Part([name.Family!], element.Family)
            : Part([name.NonDroppingParticle, name.Family], element.Family);

    private GroupNode Straight(Name name, PersonForm form)
    {
        var given = Part([Given(name, form)], element.Given);
        var isJoined = EndsJoined(name.DroppingParticle);
        var dropping = Part([name.DroppingParticle], element.Given with { Prefix = "", Suffix = "" });
        var first = Spaced(given, dropping, name.DroppingParticle is { Length: > 0 } && !isJoined);
        var family = Part([isJoined ? name.DroppingParticle : null, name.NonDroppingParticle, name.Family], element.Family);
        var node = new GroupNode { Children = [first, family], Delimiter = " " };
        return name.Suffix is { Length: > 0 } suffix
            ? new GroupNode { Children = [node, Text(WithoutPeriods(suffix, form))], Delimiter = name.HasCommaSuffix ? ", " : " " }
            : node;
    }

    private GroupNode Inverted(Name name, PersonForm form)
    {
        var demotes = options.DemoteNonDroppingParticle == Demote.DisplayAndSort || (form.IsSort && options.DemoteNonDroppingParticle == Demote.SortOnly);
        var family = demotes ? Part([name.Family], element.Family) : Part([name.NonDroppingParticle, name.Family], element.Family);
        var given = Part([Given(name, form), name.DroppingParticle, demotes ? name.NonDroppingParticle : null], element.Given);
        var parts = new List<Node> { family, given };
        if (name.Suffix is { Length: > 0 } suffix)
        {
            parts.Add(Text(WithoutPeriods(suffix, form)));
        }

        return new() { Children = parts, Delimiter = form.SortSeparator };
    }

    /// <summary>Names in scripts that write the family name first and nothing between.</summary>
    private Node Eastern(Name name, PersonForm form)
    {
        var family = Part([name.NonDroppingParticle, name.Family], element.Family);
        if (form.IsShort || string.IsNullOrWhiteSpace(name.Given))
        {
            return family;
        }

        var isInitials = IsCjk(name.Family![0]) && IsWestern(name.Given);
        var given = Part([isInitials ? Given(name, form) : name.Given.Trim()], element.Given);
        return new GroupNode { Children = [family, given], Delimiter = IsCjk(name.Family[0]) && !isInitials ? "" : " " };
    }

    /// <summary>A style that prints initials without full stops prints <c>Jr</c> without one.</summary>
    private static string WithoutPeriods(string suffix, PersonForm form) =>
        form.InitializeWith is { } with && !with.Contains('.', StringComparison.Ordinal) ? suffix.Replace(".", "", StringComparison.Ordinal) : suffix;

    private string Given(Name name, PersonForm form)
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
        var bare = formatting.Prefix.Length + formatting.Suffix.Length == 0 ? formatting : formatting with { Prefix = "", Suffix = "" };
        var nodes = new List<Node>(pieces.Length);
        var joint = "";
        foreach (var piece in pieces)
        {
            if (string.IsNullOrWhiteSpace(piece))
            {
                continue;
            }

            if (nodes.Count > 0 && joint.Length > 0)
            {
                nodes.Add(new TextNode(joint));
            }

            nodes.Add(format(Text(piece), bare));
            joint = EndsJoined(piece) ? "" : " ";
        }

        return nodes.Count == 1 && bare == formatting
            ? nodes[0]
            : new GroupNode { Children = nodes, Prefix = formatting.Prefix, Suffix = formatting.Suffix };
    }

    private static GroupNode Spaced(Node first, Node second, bool hasSecond) =>
        new() { Children = hasSecond ? [first, second] : [first], Delimiter = " " };

    private Node Text(string text) => RichTextParser.Parse(text, quotes);

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
