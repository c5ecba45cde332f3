using System.Collections.Immutable;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Sorting;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl.Clusters;

/// <summary>Renders the citations of one document, cluster by cluster.</summary>
internal sealed class ClusterRenderer
{
    private readonly CslStyle _style;
    private readonly MergedLocale _locale;
    private readonly LocalizedLayouts _layouts;
    private readonly IReadOnlyDictionary<string, Work> _works;
    private readonly NodePool _nodes = new();
    private readonly Evaluator _evaluator;
    private readonly Flattener _flattener = new();
    private readonly TokenWriter _writer;
    private SortKeys? _sort;
    private readonly Dictionary<Work, SortValue[]> _keys = [];

    public ClusterRenderer(CslStyle style, MergedLocale locale, LocalizedLayouts layouts, OutputFormat format, IReadOnlyDictionary<string, Work> works)
    {
        (_style, _locale, _layouts, _works) = (style, locale, layouts, works);
        _evaluator = new(style, _nodes);
        _writer = new(format);
    }

    public FormattedCitation Render(CiteCluster cluster, Position[] positions)
    {
        _nodes.Clear();
        var row = _flattener.Flatten(Tree(cluster, positions), _locale);
        return new(_writer.Write(row), _writer.WriteRuns(row));
    }

    private Node? Tree(CiteCluster cluster, Position[] positions)
    {
        var cites = cluster.Cites.Select((cite, i) => new RenderedCite(cite, i, _works.GetValueOrDefault(cite.Id))).ToList();
        var layout = _style.Citation.Layouts[0];
        cites = Sort(cites);
        foreach (var cite in cites)
        {
            RenderCite(cite, positions[cite.Index]);
        }

        var lead = ExtractInText(cites, out var space);
        cites.RemoveAll(cite => cite.Content is null);
        var node = new Collapser(_style, layout.Delimiter, _locale).Join(cites);
        var isAuthorOnly = cites.TrueForAll(cite => cite.Cite.Mode == CiteMode.AuthorOnly);
        var citation = node is null ? null : isAuthorOnly ? node : new GroupNode
        {
            Font = layout.Format.Font,
            Children = [new GroupNode { Prefix = layout.Format.Prefix, Suffix = layout.Format.Suffix, Children = [node] }],
        };
        return lead is null ? citation : new GroupNode { Children = [.. new Node?[] { lead, citation }.OfType<Node>()], Delimiter = space ? " " : "" };
    }

    /// <summary>A suffix ends a run of cites and a prefix begins one; only within runs are cites sorted.</summary>
    private List<RenderedCite> Sort(List<RenderedCite> cites)
    {
        if (_style.Citation.SortKeys.IsEmpty || cites.Count < 2)
        {
            return cites;
        }

        return [.. cites.OrderBy(Keys, Comparer<SortValue[]?>.Create((one, other) => one is null || other is null ? (one is null ? 1 : 0) - (other is null ? 1 : 0) : _sort!.Compare(one, other)))];
    }

    private SortValue[]? Keys(RenderedCite cite)
    {
        if (cite.Work is not { } work)
        {
            return null;
        }

        if (!_keys.TryGetValue(work, out var keys))
        {
            _keys.Add(work, keys = (_sort ??= new(_style, _style.Citation, _locale)).Keys(work));
        }

        return keys;
    }

    private void RenderCite(RenderedCite rendered, Position position)
    {
        var cite = rendered.Cite;
        rendered.Prefix = cite.Prefix.Length == 0 ? null : RichTextParser.Parse(CiteAffixes.Prefix(cite.Prefix), _locale.Quotes);
        rendered.Suffix = cite.Suffix.Length == 0 ? null : RichTextParser.Parse(CiteAffixes.Suffix(cite.Suffix), _locale.Quotes);
        if (rendered.Work is not { } work)
        {
            rendered.Content = new GroupNode { Font = new(Weight: FontWeight.Bold), Children = [new TextNode("?")] };
            return;
        }

        var layout = _layouts.For(work.Item);
        var context = layout.Context with
        {
            Position = position,
            Locator = string.IsNullOrWhiteSpace(cite.Locator) ? null : cite.Locator,
            HasLocatorLabel = !string.IsNullOrWhiteSpace(cite.LocatorLabel),
            LocatorLabel = string.IsNullOrWhiteSpace(cite.LocatorLabel) ? "page" : cite.LocatorLabel,
        };
        var content = _evaluator.Render(work, context, layout.Layout.Children);
        rendered.Content = cite.Mode switch
        {
            CiteMode.SuppressAuthor => WithoutAuthor(content),
            CiteMode.AuthorOnly => AuthorOnly(work, content, context),
            _ => content,
        };
        if (_style.IsNote && rendered.Content is not null && StartsSentence(cite.Prefix))
        {
            CapitalizeTerm(rendered.Content);
        }
    }

    private static bool StartsSentence(string prefix) =>
        prefix.Length == 0 || (prefix[^1] == ' ' && prefix.AsSpan().TrimEnd(" \"'\u201D\u2019") is [.., '.' or '?' or '!'] && prefix.Trim().Contains(' ', StringComparison.Ordinal));

    private static void CapitalizeTerm(Node content)
    {
        var first = Nodes.All(content).FirstOrDefault(node => node is TextNode { IsEmpty: false } or GroupNode { Tag: TermTag } or GroupNode { Prefix.Length: > 0 });
        if (first is GroupNode { Tag: TermTag, Prefix.Length: 0 })
        {
            TextCases.Apply(first, TextCase.CapitalizeFirst, "en");
        }
    }

    private static Node? WithoutAuthor(Node? content)
    {
        if (content is null || Nodes.First<NamesTag>(content) is not { } author)
        {
            return content;
        }

        return Nodes.Without(content, group => ReferenceEquals(group, author));
    }

    /// <summary>The author as the citation shows it; a style that cites by number gets the short form of the names.</summary>
    private GroupNode? Author(Work work, Node? content, CiteContext context)
    {
        if (content is not null && Nodes.First<NamesTag>(content) is { } author)
        {
            return author;
        }

        return _evaluator.Render(work, context, InTextAuthor);
    }

    /// <summary>A style that cites by number has no author to show alone; the reference is named by its number then.</summary>
    private GroupNode? AuthorOnly(Work work, Node? content, CiteContext context)
    {
        if (content is null || Nodes.First<NamesTag>(content) is not null || Nodes.First<CitationNumberTag>(content) is not { } number)
        {
            return Author(work, content, context);
        }

        Node term = new TextNode(context.Locale.Find("reference", TermForm.Long)?.Single ?? "reference");
        TextCases.Apply(term, TextCase.CapitalizeFirst, context.Locale.Language);
        return new GroupNode { Children = [term, number], Delimiter = " " };
    }

    private static readonly ImmutableArray<Element> InTextAuthor =
    [
        new NamesElement(Formatting.None, ["author"])
        {
            Name = NameElement.Default with
            {
                Options = new() { Form = NameForm.Short, And = NameAnd.Text, EtAlMin = 3, EtAlUseFirst = 1, DelimiterPrecedesLast = Precedes.Never },
            },
            Substitute = [new NamesElement(Formatting.None, ["editor"]), new VariableText(Formatting.None, "title", true)],
        },
    ];

    /// <summary>Takes the author of an in-text citation out in front of it.</summary>
    private GroupNode? ExtractInText(List<RenderedCite> cites, out bool space)
    {
        space = true;
        if (cites.Find(cite => cite.Cite.Mode == CiteMode.InText) is not { Work: { } work } rendered)
        {
            return null;
        }

        var author = Author(work, rendered.Content, _layouts.For(work.Item).Context);
        rendered.Content = WithoutAuthor(rendered.Content);
        if (author is null)
        {
            return null;
        }

        space = Nodes.All(author).OfType<TextNode>().LastOrDefault(text => !text.IsEmpty) is not { } last || last.Text[^1] < '\u2E80';
        return author;
    }
}
