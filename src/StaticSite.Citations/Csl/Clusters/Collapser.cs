using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>Joins the cites of a cluster: by delimiters, by ranges of numbers, or by authors who are named once for several works.</summary>
internal sealed class Collapser(CslStyle style, string delimiter, MergedLocale locale)
{
    private readonly CitationOptions _options = style.CitationOptions;

    private string AfterCollapse => _options.AfterCollapseDelimiter ?? delimiter;

    public Node? Join(List<RenderedCite> cites)
    {
        if (cites.Count == 0)
        {
            return null;
        }

        if (_options.Collapse == Collapse.CitationNumber)
        {
            return JoinNumbers(cites);
        }

        return _options.Collapse == Collapse.None && _options.CiteGroupDelimiter is null
            ? JoinAll(cites)
            : JoinGroups(cites);
    }

    private GroupNode JoinAll(List<RenderedCite> cites)
    {
        var joined = new NodeList(cites.Count * 2);
        for (var i = 0; i < cites.Count; i++)
        {
            if (i > 0)
            {
                joined.Add(new TextNode(Between(cites[i - 1], cites[i], delimiter)));
            }

            Add(joined, cites[i]);
        }

        return new() { Children = joined };
    }

    /// <summary>An affix that brings its own punctuation takes the delimiter's place.</summary>
    private static string Between(RenderedCite left, RenderedCite right, string delimiter) =>
        right.Cite.Prefix is [',' or '.' or ';' or ':' or '!' or '?', ..] ? ""
        : left.Cite.Suffix is [.., ',' or '.' or ';' or ':' or '!' or '?'] ? " "
        : delimiter;

    /// <summary>A cite of which nothing is left but its authors prints nothing once these are named.</summary>
    private static void Add(NodeList joined, RenderedCite cite)
    {
        if (cite.ToNode() is { } node)
        {
            joined.Add(node);
        }
    }

    private static GroupNode Delimited(NodeList nodes, string delimiter) => new() { Children = nodes, Delimiter = delimiter };

    private GroupNode JoinNumbers(List<RenderedCite> cites)
    {
        var joined = new NodeList();
        var between = "";
        for (var i = 0; i < cites.Count;)
        {
            var end = i;
            while (end + 1 < cites.Count && Number(cites[end]) is { } number && Number(cites[end + 1]) == number + 1)
            {
                end++;
            }

            if (i > 0)
            {
                joined.Add(new TextNode(between));
            }

            if (end - i >= 2)
            {
                var range = locale.Find("citation-range-delimiter", TermForm.Long)?.Single ?? "\u2013";
                joined.Add(Delimited([cites[i].ToNode()!, cites[end].ToNode()!], range));
                between = AfterCollapse;
            }
            else
            {
                Add(joined, cites[i]);
                end = i;
                between = delimiter;
            }

            i = end + 1;
        }

        return new() { Children = joined };
    }

    /// <returns>The number of a cite that shows nothing else; else null.</returns>
    private static int? Number(RenderedCite cite)
    {
        if (!cite.IsBare || cite.Content is null || Nodes.First<CitationNumberTag>(cite.Content) is not { } number)
        {
            return null;
        }

        var texts = Nodes.All(cite.Content).OfType<TextNode>().Count(text => !text.IsEmpty);
        return texts == 1 ? ((CitationNumberTag)number.Tag!).Number : null;
    }

    private GroupNode JoinGroups(List<RenderedCite> cites)
    {
        var joined = new NodeList();
        var between = "";
        foreach (var group in Groups(cites))
        {
            if (joined.Count > 0)
            {
                joined.Add(new TextNode(between));
            }

            var collapses = _options.Collapse != Collapse.None && group.Count > 1;
            joined.Add(collapses ? CollapseGroup(group) : Delimited([.. group.Select(cite => cite.ToNode()).OfType<Node>()], GroupDelimiter));
            between = collapses ? AfterCollapse : delimiter;
        }

        return new() { Children = joined };
    }

    private string GroupDelimiter => _options.CiteGroupDelimiter ?? (style.IsNote || _options.Collapse == Collapse.None ? delimiter : ", ");

    /// <summary>Cites of the same names stand together, where the first of them stands.</summary>
    private List<List<RenderedCite>> Groups(List<RenderedCite> cites)
    {
        var groups = new List<List<RenderedCite>>();
        var byNames = new Dictionary<string, List<RenderedCite>>(StringComparer.Ordinal);
        foreach (var cite in cites)
        {
            var names = Names(cite);
            if (names is not null && cite.Prefix is null && byNames.TryGetValue(names, out var group) && group[^1].Suffix is null)
            {
                group.Add(cite);
                continue;
            }

            groups.Add([cite]);
            if (names is not null)
            {
                byNames[names] = groups[^1];
            }
        }

        return groups;
    }

    private string? Names(RenderedCite cite)
    {
        if (cite.Content is null)
        {
            return null;
        }

        return Nodes.First<NamesTag>(cite.Content) is { } names ? TextOf(names) : _options.Collapse is Collapse.YearSuffix or Collapse.YearSuffixRanged ? "" : null;
    }

    private static string TextOf(Node node) => string.Concat(Nodes.All(node).OfType<TextNode>().Select(text => text.Text));

    private GroupNode CollapseGroup(List<RenderedCite> group)
    {
        foreach (var cite in group.Skip(1))
        {
            var names = Nodes.First<NamesTag>(cite.Content!);
            cite.Content = Nodes.Without(cite.Content!, node => ReferenceEquals(node, names));
        }

        if (_options.Collapse == Collapse.Year)
        {
            return JoinYears(group);
        }

        var years = new List<List<RenderedCite>>();
        foreach (var cite in group)
        {
            if (years.Count > 0 && IsSameYear(years[^1][^1], cite))
            {
                years[^1].Add(cite);
            }
            else
            {
                years.Add([cite]);
            }
        }

        return Delimited([.. years.Select(CollapseYear)], GroupDelimiter);
    }

    /// <summary>A year with a locator is set off like a cite of another author: <c>Wong 1999, 328; 2000, 475</c>.</summary>
    private GroupNode JoinYears(List<RenderedCite> group)
    {
        var joined = new NodeList(group.Count * 2);
        for (var i = 0; i < group.Count; i++)
        {
            if (i > 0)
            {
                var hasLocator = group[i - 1].Content is { } before && Nodes.First<LocatorTag>(before) is not null;
                joined.Add(new TextNode(hasLocator ? AfterCollapse : GroupDelimiter));
            }

            if (group[i].ToNode() is { } node)
            {
                joined.Add(node);
            }
        }

        return new() { Children = joined };
    }

    private static bool IsSameYear(RenderedCite one, RenderedCite other) =>
        one.IsBare && other.IsBare && Year(one) is { } year && Year(other) == year
        && Nodes.First<YearSuffixTag>(one.Content!) is not null && Nodes.First<YearSuffixTag>(other.Content!) is not null
        && Nodes.First<LocatorTag>(one.Content!) is null && Nodes.First<LocatorTag>(other.Content!) is null;

    private static string? Year(RenderedCite cite) =>
        cite.Content is not null && Nodes.First<YearTag>(cite.Content) is { } year ? ((YearTag)year.Tag!).Year : "";

    private Node CollapseYear(List<RenderedCite> cites)
    {
        var suffixes = cites.Select(cite => cite.Content is null ? null : Nodes.First<YearSuffixTag>(cite.Content)).ToList();
        for (var i = 1; i < cites.Count; i++)
        {
            cites[i].Content = suffixes[i];
        }

        var nodes = new NodeList();
        var within = _options.YearSuffixDelimiter ?? delimiter;
        for (var i = 0; i < cites.Count;)
        {
            var end = i;
            while (_options.Collapse == Collapse.YearSuffixRanged && end + 1 < cites.Count && Suffix(suffixes[end + 1]) == Suffix(suffixes[end]) + 1)
            {
                end++;
            }

            end = end - i >= 2 ? end : i;
            if (end > i)
            {
                nodes.Add(Delimited([cites[i].ToNode()!, cites[end].ToNode()!], "\u2013"));
            }
            else
            {
                Add(nodes, cites[i]);
            }

            i = end + 1;
        }

        return Delimited(nodes, within);
    }

    private static int Suffix(GroupNode? suffix) => suffix?.Tag is YearSuffixTag tag ? tag.Number : -1;
}
