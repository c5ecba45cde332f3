using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace StaticSite.Model;

/// <summary>A heading of the body, for the table of contents and for anchors.</summary>
/// <param name="Html">The heading's inline HTML without links, footnotes, citations or slots.</param>
public sealed record Heading(int Level, string Id, string Html, string Text);

/// <summary>A numbered figure, table or section that can be referred to.</summary>
/// <param name="Id">The anchor, for example <c>fig-survival</c>.</param>
/// <param name="Number">One-based, per kind and page; for a section its place in the outline ("2.1").</param>
/// <param name="File">The figure's file name in the bundle as written (<c>survival.svg</c>); null for tables and sections.</param>
public sealed record Numbered(CrossReferenceKind Kind, string Id, string Number, string? File, SourceSpan Where);

public enum CrossReferenceKind
{
    Figure,
    Table,
    Section,
}

/// <summary>HTML in which <see cref="SlotMark.Open"/>index<see cref="SlotMark.Close"/> stands where linking decides what is printed.</summary>
public sealed record PageBody(string Html, ImmutableArray<Slot> Slots);

/// <summary>Noncharacters: Read replaces them in every source, so that no author can write one.</summary>
public static class SlotMark
{
    public const char Open = '\uFDD0';
    public const char Close = '\uFDD1';

    /// <summary>In a cleaned SVG: stands before every id and every reference to one; replaced by a prefix that is unique on the page.</summary>
    public const char SvgIdPrefix = '\uFDD2';
}

/// <summary>The weights of a page's terms (Han bigrams, stemmed words), heaviest first; the key is a stable 64-bit hash of the term.</summary>
public readonly record struct TermWeight(ulong Term, float Weight);

/// <summary>The terms of one page, for one who looks at those of all pages: their memory may belong to a pool, to which <see cref="Dispose"/> gives it back.</summary>
public readonly struct TermWeights : IDisposable
{
    private readonly TermWeight[] _terms;
    private readonly int _count;
    private readonly bool _isRented;

    private TermWeights(TermWeight[] terms, int count, bool isRented) => (_terms, _count, _isRented) = (terms, count, isRented);

    public ReadOnlySpan<TermWeight> All => _terms.AsSpan(0, _count);

    public static TermWeights Of(ImmutableArray<TermWeight> terms) => new(ImmutableCollectionsMarshal.AsArray(terms)!, terms.Length, isRented: false);

    /// <param name="terms">Of the shared pool; the first <paramref name="count"/> count.</param>
    public static TermWeights OfRented(TermWeight[] terms, int count) => new(terms, count, isRented: true);

    public void Dispose()
    {
        if (_isRented)
        {
            ArrayPool<TermWeight>.Shared.Return(_terms);
        }
    }
}

/// <summary>How long the text is: Han characters are counted one by one, other words as words.</summary>
public readonly record struct TextLength(int HanCharacters, int Words)
{
    /// <summary>Reading speeds that studies of silent reading report for non-fiction, rounded down: Han characters and words a minute.</summary>
    private const double HanPerMinute = 250, WordsPerMinute = 230;

    /// <summary>At least one.</summary>
    public int ReadingMinutes => Math.Max(1, (int)Math.Round(HanCharacters / HanPerMinute + Words / WordsPerMinute, MidpointRounding.AwayFromZero));
}

/// <summary>One Markdown file after parsing. It holds no syntax tree and nothing of any other page.</summary>
/// <param name="Source">Of the file, and of the settings that reach its parse.</param>
/// <param name="Html">The body's, as in <see cref="PageBody"/>.</param>
/// <param name="Terms">At most 200, by falling weight.</param>
/// <param name="Summary">Plain text cut from the start of the body; empty for a page with a description of its own.</param>
public sealed record ParsedPage(
    PageId Id,
    BundleKind Kind,
    string Path,
    Digest Source,
    FrontMatter FrontMatter,
    Stored<string> Html,
    Stored<PageDetails> Details,
    Stored<TermWeights> Terms,
    TextLength Length,
    string Summary)
{
    /// <summary>Whether the text cites anything.</summary>
    public required bool HasCitations { get; init; }

    /// <summary>What the links inside <c>::: related</c> name, as written.</summary>
    public required ImmutableArray<string> Boxed { get; init; }
}

/// <summary>What is known of a body beside its HTML. Only who links or prints the page asks for it.</summary>
/// <param name="Anchors">Every id in the body.</param>
/// <param name="Sections">The title, and the text from heading to heading.</param>
public sealed record PageDetails(
    ImmutableArray<Slot> Slots,
    ImmutableArray<Heading> Headings,
    ImmutableArray<Numbered> Numbered,
    AnchorSet Anchors,
    ImmutableArray<TextSection> Sections)
{
    /// <summary>The keys that the text cites, each once.</summary>
    public ImmutableArray<string> CitedKeys() =>
        [.. Slots.OfType<CitationSlot>().SelectMany(slot => slot.Cites).Select(cite => cite.Key).Distinct(StringComparer.Ordinal)];

    /// <summary>As <see cref="ParsedPage.HasCitations"/>.</summary>
    public bool HasCitations() => Slots.Any(slot => slot is CitationSlot);

    /// <summary>As <see cref="ParsedPage.Boxed"/>.</summary>
    public ImmutableArray<string> BoxedTargets() => [.. Slots.OfType<LinkStartSlot>().Where(link => link.InRelatedBox).Select(link => link.Target)];
}

/// <summary>A file of a bundle that is neither Markdown nor references, after parsing.</summary>
public abstract record BundleFile(string Name, string Path);

/// <summary>An SVG, cleaned by the allow-list, ready to be set into a page; ids carry <see cref="SlotMark.SvgIdPrefix"/>.</summary>
/// <param name="Source">Of the file as it was before cleaning.</param>
public sealed record SvgFile(string Name, string Path, Digest Source, Stored<string> Html, int? Width, int? Height) : BundleFile(Name, Path);

/// <summary>Any other file; it is copied to a hashed address when a page uses it.</summary>
public sealed record AssetFile(string Name, string Path, FileContent Content, int? Width, int? Height) : BundleFile(Name, Path);

/// <summary>Bytes on disk, by full path; the hash is the first 16 hex digits of SHA-256.</summary>
public sealed record FileContent(string FullPath, long Length, string Hash);

/// <summary>A bundle after parsing. Languages whose file failed to parse are missing from Pages and listed in Failed.</summary>
public sealed record ParsedBundle(
    BundleId Id,
    BundleKind Kind,
    string Path,
    ImmutableArray<ParsedPage> Pages,
    ImmutableArray<Language> Failed,
    ReferenceLibrary References,
    ImmutableDictionary<string, BundleFile> Files)
{
    /// <summary>The source texts that the translations were made from, at most one for each language.</summary>
    public required ImmutableArray<AcceptedText> Accepted { get; init; }
}

/// <summary>All that Link needs.</summary>
/// <param name="StaticFiles">Addresses of input/static, for links that start with <c>/</c>.</param>
public sealed record ParsedSite(
    SiteSettings Settings,
    SiteData Data,
    ImmutableArray<ParsedBundle> Bundles,
    ImmutableDictionary<SiteUrl, FileContent> StaticFiles)
{
    /// <summary>When the next article that is not published yet will be.</summary>
    public DateTimeOffset NextPublication(DateTimeOffset now) => Bundles
        .SelectMany(bundle => bundle.Pages)
        .Select(page => page.FrontMatter.Date?.Value.Instant ?? DateTimeOffset.MinValue)
        .Where(date => date > now)
        .DefaultIfEmpty(DateTimeOffset.MaxValue)
        .Min();
}
