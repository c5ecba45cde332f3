using System.Collections.Concurrent;
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
public sealed class CitationProcessor
{
    private readonly CslStyle _style;
    private readonly LocaleSource _locales;
    private readonly string _language;
    private readonly OutputFormat _format;
    private readonly LocalizedLayouts _citationLayouts;
    private readonly LocalizedLayouts? _bibliographyLayouts;
    private readonly NumberCitations? _byNumber;

    /// <summary>Those that no thread uses at the moment. Not a bag: its threads would hold it, and with it the processor, for as long as they live.</summary>
    private readonly ConcurrentStack<BibliographyRenderer> _idle = [];

    /// <param name="language">The document's language; null for what the style asks for. A style's own default-locale wins over it.</param>
    public CitationProcessor(CslStyle style, string? language = null, LocaleSource? locales = null, OutputFormat? format = null)
    {
        (_style, _locales) = (style, locales ?? LocaleSource.Embedded);
        (_language, _format) = (style.DefaultLocale ?? language ?? "en-US", format ?? OutputFormat.Html);
        _citationLayouts = new(style.Citation, LocaleOf);
        _bibliographyLayouts = style.Bibliography is { } bibliography ? new(bibliography, LocaleOf) : null;
        _byNumber = NumberCitations.Serve(style) ? new() : null;
    }

    private MergedLocale Locale => field ??= _style.Locale(_language, _locales);

    /// <param name="items">Every work of the document's list, in the order of citation; ids are unique.</param>
    public CslDocument Format(IReadOnlyList<Item> items, IReadOnlyList<CiteCluster> clusters, EntryForms forms = EntryForms.Both)
    {
        var works = Works(items, out var byId);
        var locale = Locale;
        var listed = Number(works, locale);

        // To tell works apart it must be known where their first notes are.
        var positions = _byNumber is null ? Positions.Find(clusters, byId, _style) : null;
        Disambiguator.Run(_style, locale, listed);
        listed = Resort(listed, locale);
        var citations = Citations(clusters, positions, byId, locale);
        return new(citations, _style.Bibliography is null ? null : Bibliography(listed, forms));
    }

    private static ImmutableArray<Work> Works(IReadOnlyList<Item> items, out Dictionary<string, Work> byId)
    {
        byId = new(items.Count, StringComparer.Ordinal);
        var works = ImmutableArray.CreateBuilder<Work>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (!byId.ContainsKey(items[i].Id))
            {
                var work = new Work(items[i], works.Count) { Number = works.Count + 1 };
                byId.Add(items[i].Id, work);
                works.Add(work);
            }
        }

        return works.DrainToImmutable();
    }

    /// <summary>Numbers follow the order of the list; a list that runs by number downwards is numbered from its end.</summary>
    private ImmutableArray<Work> Number(ImmutableArray<Work> works, MergedLocale locale)
    {
        if (_style.Bibliography is not { SortKeys.IsEmpty: false } bibliography)
        {
            return works;
        }

        var sorted = new SortKeys(_style, bibliography, locale).Sort(works);
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
        _style.Bibliography is { SortKeys.IsEmpty: false } bibliography && _style.CitationOptions.AddYearSuffix
            ? new SortKeys(_style, bibliography, locale).Sort(listed)
            : listed;

    private MergedLocale LocaleOf(Layout layout) => _style.Locale(layout.Locales.IsEmpty ? _language : layout.Locales[0], _locales);

    private ImmutableArray<FormattedCitation> Citations(
        IReadOnlyList<CiteCluster> clusters, Position[][]? positions, Dictionary<string, Work> works, MergedLocale locale)
    {
        var citations = ImmutableArray.CreateBuilder<FormattedCitation>(clusters.Count);
        ClusterRenderer? renderer = null;
        for (var i = 0; i < clusters.Count; i++)
        {
            var key = _byNumber is null ? null : NumberCitations.Key(clusters[i], works);
            if (key is not null && _byNumber!.Find(key) is { } known)
            {
                citations.Add(known);
                continue;
            }

            positions ??= Positions.Find(clusters, works, _style);
            renderer ??= new(_style, locale, _citationLayouts, _format, works);
            var citation = renderer.Render(clusters[i], positions[i]);
            citations.Add(citation);
            if (key is not null)
            {
                _byNumber!.Keep(key, citation);
            }
        }

        return citations.MoveToImmutable();
    }

    private FormattedBibliography Bibliography(ImmutableArray<Work> listed, EntryForms forms)
    {
        var renderer = _idle.TryPop(out var idle) ? idle : new(_style, _bibliographyLayouts!, _format);
        var entries = renderer.Render(listed, forms);
        _idle.Push(renderer);
        return new(entries)
        {
            HangingIndent = _style.BibliographyOptions.HangingIndent,
            HasSecondFieldAlign = _style.BibliographyOptions.SecondFieldAlign != SecondFieldAlign.None,
            LineSpacing = _style.BibliographyOptions.LineSpacing,
            EntrySpacing = _style.BibliographyOptions.EntrySpacing,
        };
    }
}
