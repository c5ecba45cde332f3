using System.Collections.Immutable;
using System.Text;
using StaticSite.Model;

namespace StaticSite.Link;

/// <summary>Something that stands at an address.</summary>
/// <param name="What">As a message names it: "a page", "a file of input/static".</param>
/// <param name="Where">The place to change; site.yml for what the build itself puts there.</param>
/// <param name="IsOwn">The build puts it there, and nobody's word moves it.</param>
internal sealed record Claim(SiteUrl Url, string What, SourceSpan Where, bool IsOwn = false, SitePage? Page = null);

/// <summary>What stands where? Every address of the site, each taken once.</summary>
internal sealed class Addresses
{
    private readonly Dictionary<string, Claim> _claims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PageFacts> _hidden = new(StringComparer.Ordinal);
    private readonly HashSet<string> _failed = new(StringComparer.Ordinal);
    private readonly Lazy<NearNames> _names;

    /// <summary>Letter case and the forms of one accented letter tell no files apart on many disks.</summary>
    private readonly Dictionary<string, Claim> _folded = new(StringComparer.Ordinal);

    public Addresses() => _names = new(() => new(_claims.Values.Select(claim => claim.Url.Path)));

    public Claim? Find(SiteUrl url) => _claims.GetValueOrDefault(url.OutputPath);

    /// <summary>A page that exists and is not published by this build.</summary>
    public PageFacts? FindHidden(SiteUrl url) => _hidden.GetValueOrDefault(url.OutputPath);

    /// <summary>Whether a page that failed to parse would probably stand here.</summary>
    public bool IsOfFailedPage(SiteUrl url) => _failed.Contains(url.OutputPath);

    /// <summary>The nearest address to a wrong one; first of all the one that lacks only its last <c>/</c>.</summary>
    public string? FindNear(SiteUrl wrong) =>
        Find(new(wrong.Path + "/")) is { } folder ? folder.Url.Path : _names.Value.Find(wrong.Path);

    /// <summary>False, with a message, where the address is taken already.</summary>
    public bool TryClaim(Claim claim, ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var folded = Fold(claim.Url);
        if (_folded.TryGetValue(folded, out var first))
        {
            diagnostics.Add(LinkDiagnostics.AddressTaken(claim, first));
            return false;
        }

        _folded.Add(folded, claim);
        _claims.Add(claim.Url.OutputPath, claim);
        return true;
    }

    public void Remember(PageFacts page) => _hidden.TryAdd(Url(page).OutputPath, page);

    /// <summary>Its slug is not known; most pages have none of their own.</summary>
    public void RememberFailed(ParsedBundle bundle, Language language) =>
        _failed.Add(SiteAddresses.Page(bundle.Kind, bundle.Id.Value, language).OutputPath);

    /// <summary>An address below a file cannot be written: <c>/zh/feed.xml/</c> beside <c>/zh/feed.xml</c>.</summary>
    public void CheckFolders(ImmutableArray<Diagnostic>.Builder diagnostics)
    {
        var files = _folded.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (path, claim) in _folded)
        {
            for (var slash = path.LastIndexOf('/'); slash > 0; slash = path.LastIndexOf('/', slash - 1))
            {
                if (files.TryGetValue(path.AsSpan(0, slash), out var file))
                {
                    diagnostics.Add(LinkDiagnostics.AddressBelowFile(claim, file));
                    break;
                }
            }
        }
    }

    private static SiteUrl Url(PageFacts page) => SiteAddresses.Page(page.Page.Kind, page.Slug, page.Language);

    private static string Fold(SiteUrl url) => url.OutputPath.Normalize(NormalizationForm.FormC).ToUpperInvariant();
}
