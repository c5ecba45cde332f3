using System.Collections.Immutable;
using StaticSite.Citations.Csl.Clusters;
using StaticSite.Citations.Csl.Disambiguation;
using StaticSite.Citations.Csl.Evaluation;
using StaticSite.Citations.Csl.Locales;
using StaticSite.Citations.Csl.Output;
using StaticSite.Citations.Csl.Sorting;
using StaticSite.Citations.Csl.Style;

namespace StaticSite.Citations.Csl;

/// <summary>
/// Formats the citations and the list of a document. A document is formatted as a whole, because what one citation prints
/// depends on the others and on the list. A processor keeps nothing of a document; one serves every thread.
/// </summary>
/// <param name="language">The document's language; null for what the style asks for. A style's own default-locale wins over it.</param>
public sealed class CitationProcessor(CslStyle style, string? language = null, LocaleSource? locales = null, OutputFormat? format = null)
{
    private readonly LocaleSource _locales = locales ?? LocaleSource.Embedded;
    private readonly string _language = style.DefaultLocale ?? language ?? "en-US";
    private readonly OutputFormat _format = format ?? OutputFormat.Html;

    /// <param name="items">Every work of the document's list, in the order of citation; ids are unique.</param>
    public CslDocument Format(IReadOnlyList<Item> items, IReadOnlyList<CiteCluster> clusters)
    {
        var works = Works(items);
        var byId = works.ToDictionary(work => work.Item.Id, StringComparer.Ordinal);
        var locale = style.Locale(_language, _locales);
        var positions = Positions.Find(clusters, byId, style);
        var listed = Number(works, locale);
        Disambiguator.Run(style, locale, listed);
        listed = Resort(listed, locale);
        var renderer = new ClusterRenderer(style, LocaleOf, locale, byId);
        var citations = clusters.Select((cluster, i) => Citation(renderer.Render(cluster, positions[i]))).ToImmutableArray();
        return new(citations, style.Bibliography is null ? null : Bibliography(listed));
    }

    private static ImmutableArray<Work> Works(IReadOnlyList<Item> items)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var works = ImmutableArray.CreateBuilder<Work>(items.Count);
        foreach (var item in items)
        {
            if (seen.Add(item.Id))
            {
                works.Add(new(item, works.Count) { Number = works.Count + 1 });
            }
        }

        return works.DrainToImmutable();
    }

    /// <summary>Numbers follow the order of the list; a list that runs by number downwards is numbered from its end.</summary>
    private ImmutableArray<Work> Number(ImmutableArray<Work> works, MergedLocale locale)
    {
        if (style.Bibliography is not { SortKeys.IsEmpty: false } bibliography)
        {
            return works;
        }

        var sorted = new SortKeys(style, bibliography, locale).Sort(works);
        var isReversed = bibliography.SortKeys[0] is { Descending: true } key && (key.Variable == "citation-number" || IsNumberMacro(key.Macro));
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i].Number = isReversed ? sorted.Length - i : i + 1;
        }

        return sorted;
    }

    private static bool IsNumberMacro(Macro? macro) =>
        macro?.Children is [VariableText { Variable: "citation-number" }] or [NumberElement { Variable: "citation-number" }];

    /// <summary>Year suffixes may stand in the sort keys.</summary>
    private ImmutableArray<Work> Resort(ImmutableArray<Work> listed, MergedLocale locale) =>
        style.Bibliography is { SortKeys.IsEmpty: false } bibliography && style.CitationOptions.AddYearSuffix
            ? new SortKeys(style, bibliography, locale).Sort(listed)
            : listed;

    private MergedLocale LocaleOf(Layout layout) => style.Locale(layout.Locales.IsEmpty ? _language : layout.Locales[0], _locales);

    private FormattedCitation Citation(List<Token> tokens) =>
        new(TokenWriter.Write(tokens, _format), TokenWriter.WriteRuns(tokens, _format));

    private FormattedBibliography Bibliography(ImmutableArray<Work> listed) =>
        new([.. new BibliographyRenderer(style, LocaleOf).Render(listed).Select(Entry)])
        {
            HangingIndent = style.BibliographyOptions.HangingIndent,
            HasSecondFieldAlign = style.BibliographyOptions.SecondFieldAlign != SecondFieldAlign.None,
            LineSpacing = style.BibliographyOptions.LineSpacing,
            EntrySpacing = style.BibliographyOptions.EntrySpacing,
        };

    private BibliographyEntry Entry(RenderedEntry entry) => new(
        entry.Work.Item.Id,
        entry.Work.Number,
        TokenWriter.Write(Flattener.Flatten(entry.Node, entry.Locale), _format),
        EntryHead.WithoutNumber(entry, _format));
}
