using System.Collections.Immutable;
using StaticSite.Citations;
using StaticSite.Model;
using StaticSite.Parse;

namespace StaticSite.Tests.Link;

/// <summary>One parsed page, written down as briefly as its test allows.</summary>
internal sealed class PageBuilder(BundleId bundle, BundleKind kind, string folder, string language)
{
    public static readonly TimeSpan China = TimeSpan.FromHours(8);

    private readonly List<Slot> _slots = [];
    private readonly List<Numbered> _numbered = [];
    private readonly List<Heading> _headings = [];
    private readonly HashSet<string> _anchors = [];
    private List<TermWeight> _terms = [];
    private FrontMatter _frontMatter = new() { Title = new(bundle.Value, default) };
    private int _offset = 100;
    private string _text = "";

    private string Path => $"{folder}/{language}.md";

    public PageBuilder Title(string title) => With(file => file with { Title = At(title) });

    public PageBuilder Date(string date) => With(file => file with { Date = At(Parse(date)) });

    public PageBuilder Updated(string date) => With(file => file with { Updated = At(Parse(date)) });

    public PageBuilder Slug(string slug) => With(file => file with { Slug = At(slug) });

    public PageBuilder Category(string id) => With(file => file with { Category = At(id) });

    public PageBuilder Tags(params string[] ids) => With(file => file with { Tags = AllAt(ids) });

    public PageBuilder Authors(params string[] ids) => With(file => file with { Authors = AllAt(ids) });

    public PageBuilder Reviewed(string by, string on) =>
        With(file => file with { ReviewedBy = AllAt([by]), Reviewed = At(Parse(on)) });

    public PageBuilder SourceLanguage(string code) => With(file => file with { SourceLanguage = At(new Language(code)) });

    public PageBuilder Disclaimers(params string[] ids) => With(file => file with { Disclaimers = AllAt(ids) });

    public PageBuilder References(params string[] keys) =>
        With(file => file with { References = [.. keys.Select(key => At(new ReferenceEntry(key, null)))] });

    public PageBuilder References(Item inline) => With(file => file with { References = [At(new ReferenceEntry(null, inline))] });

    public PageBuilder NoCite(params string[] keys) =>
        With(file => file with { NoCite = [.. keys.Select(key => At(new ReferenceEntry(key, null)))] });

    public PageBuilder Cover(string file) => With(front => front with { Cover = At(file) });

    public PageBuilder Aliases(params string[] paths) => With(file => file with { Aliases = AllAt(paths) });

    public PageBuilder Draft() => With(file => file with { Draft = true });

    public PageBuilder Related(params string[] bundles) =>
        With(file => file with { Related = [.. file.Related, .. bundles.Select(id => At(new RelatedEntry(new BundleId(id), null, null)))] });

    public PageBuilder RelatedUrl(string title, string url) =>
        With(file => file with { Related = [.. file.Related, At(new RelatedEntry(null, title, url))] });

    public PageBuilder Link(string target, string? fragment = null, bool inRelatedBox = false)
    {
        var start = _slots.Count;
        _slots.Add(new LinkStartSlot(Where(target), target, fragment, null, true, inRelatedBox));
        _slots.Add(new LinkEndSlot(Where(""), start));
        return this;
    }

    public PageBuilder Cite(params string[] keys)
    {
        _slots.Add(new CitationSlot(Where(""), [.. keys.Select(key => new Cite(key, Where(key), CiteMode.Normal, "", null, ""))]));
        return this;
    }

    public PageBuilder Image(string file) => Add(new ImageSlot(Where(file), file, "alt", null, false));

    public PageBuilder Refer(CrossReferenceKind to, string id) => Add(new CrossReferenceSlot(Where(id), to, id, null, null));

    public PageBuilder Words(CrossReferenceKind to, string number, string text) => Add(new CrossReferenceSlot(Where(text), to, null, number, text));

    public PageBuilder Numbered(CrossReferenceKind what, string id, string number)
    {
        _numbered.Add(new(what, id, number, null, Where(id)));
        _anchors.Add(id);
        return this;
    }

    public PageBuilder Heading(string id, string text)
    {
        _headings.Add(new(2, id, text, text));
        _anchors.Add(id);
        return this;
    }

    /// <summary>Terms by falling weight.</summary>
    public PageBuilder Terms(params ulong[] terms)
    {
        _terms = [.. terms.Select((term, i) => new TermWeight(term, 100f - i))];
        return this;
    }

    /// <summary>The body, as far as sections are made of it.</summary>
    public PageBuilder Text(string markdown)
    {
        _text = markdown;
        return this;
    }

    public PageBuilder With(Func<FrontMatter, FrontMatter> change)
    {
        _frontMatter = change(_frontMatter);
        return this;
    }

    public ParsedPage Build()
    {
        var details = new PageDetails(
            [.. _slots], [.. _headings], [.. _numbered], AnchorSet.Of(_anchors),
            [TextSections.OfTitle(_frontMatter.Title), .. MarkdownParser.ParseSections(new SourceFile(Path, _text), 0).Value]);
        return new(
            new PageId(bundle, new Language(language)), kind, Path, default, _frontMatter,
            Stored.InMemory(""), Stored.InMemory(details), Stored.InMemory(TermWeights.Of([.. _terms])), new TextLength(0, 0), $"Summary of {bundle}.")
        {
            HasCitations = details.HasCitations(),
            Boxed = details.BoxedTargets(),
        };
    }

    private PageBuilder Add(Slot slot)
    {
        _slots.Add(slot);
        return this;
    }

    private SourceSpan Where(string text) => new(Path, _offset++, text.Length);

    private Located<T> At<T>(T value) => new(value, Where(value?.ToString() ?? ""));

    private ImmutableArray<Located<string>> AllAt(string[] values) => [.. values.Select(At)];

    public static PublicationDate Parse(string date) => new(
        new DateTimeOffset(DateTime.Parse(date, System.Globalization.CultureInfo.InvariantCulture), China),
        date.Contains(':', StringComparison.Ordinal));
}
