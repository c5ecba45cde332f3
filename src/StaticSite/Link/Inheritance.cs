using System.Collections.Immutable;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Takes values from a page, or from its source where the page does not name them, and reports where both name them and differ.</summary>
/// <param name="ofBundle">What was found wrong with the bundle as a whole; every page carries it, because any of them may be hidden.</param>
internal sealed class Inheritance(ParsedPage page, ParsedPage? source, IEnumerable<Diagnostic> ofBundle)
{
    private readonly List<Diagnostic> _diagnostics = [.. ofBundle];

    public Located<T>? Take<T>(string key, Func<FrontMatter, Located<T>?> value, Func<T, string> text)
    {
        var own = value(page.FrontMatter);
        var inherited = source is null ? null : value(source.FrontMatter);
        if (own is { } here && inherited is { } there && !EqualityComparer<T>.Default.Equals(here.Value, there.Value))
        {
            _diagnostics.Add(LinkDiagnostics.TranslationDiffers(key, text(here.Value), here.Where, text(there.Value), there.Where));
        }

        return own ?? inherited;
    }

    /// <summary>A list whose order says something, as that of authors does.</summary>
    public ImmutableArray<Located<string>> TakeList(string key, Func<FrontMatter, ImmutableArray<Located<string>>?> value) =>
        TakeMany(key, value, id => id, (here, there) => here.SequenceEqual(there, StringComparer.Ordinal));

    public ImmutableArray<Located<string>> TakeSet(string key, Func<FrontMatter, ImmutableArray<Located<string>>?> value) =>
        TakeMany(key, value, id => id, SameSet);

    public ImmutableArray<Located<ReferenceEntry>> TakeEntries(string key, Func<FrontMatter, ImmutableArray<Located<ReferenceEntry>>?> value) =>
        TakeMany(key, value, entry => entry.Key ?? entry.Item?.Id ?? "", SameSet);

    /// <summary>The date of a review belongs to its reviewers: a file that names its own takes no date of another's.</summary>
    public PublicationDate? Reviewed() =>
        page.FrontMatter.Reviewed?.Value
        ?? (page.FrontMatter.ReviewedBy is null ? source?.FrontMatter.Reviewed?.Value : null);

    public ImmutableArray<Diagnostic> Diagnostics() => [.. _diagnostics];

    private ImmutableArray<Located<T>> TakeMany<T>(
        string key, Func<FrontMatter, ImmutableArray<Located<T>>?> value, Func<T, string> text, Func<IEnumerable<string>, IEnumerable<string>, bool> isSame)
    {
        var own = value(page.FrontMatter);
        var inherited = source is null ? null : value(source.FrontMatter);
        if (own is { } here && inherited is { } there && !isSame(here.Select(one => text(one.Value)), there.Select(one => text(one.Value))))
        {
            _diagnostics.Add(LinkDiagnostics.TranslationDiffers(
                key, List(here, text), Where(here, page), List(there, text), Where(there, source!)));
        }

        return own ?? inherited ?? [];
    }

    private static bool SameSet(IEnumerable<string> here, IEnumerable<string> there) =>
        here.ToHashSet(StringComparer.Ordinal).SetEquals(there);

    private static string List<T>(ImmutableArray<Located<T>> values, Func<T, string> text) =>
        $"[{string.Join(", ", values.Select(one => text(one.Value)))}]";

    private static SourceSpan Where<T>(ImmutableArray<Located<T>> values, ParsedPage named) =>
        values.IsEmpty ? new SourceSpan(named.Path, 0, 0) : values[0].Where;
}
