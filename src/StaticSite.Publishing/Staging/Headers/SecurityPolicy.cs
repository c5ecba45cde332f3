using StaticSite.Publishing.Staging.Contents;

namespace StaticSite.Publishing.Staging.Headers;

/// <summary>One Content-Security-Policy for the whole site: what its files use is allowed, and nothing else.</summary>
internal static class SecurityPolicy
{
    /// <summary>In the order in which people read them.</summary>
    private static readonly string[] s_directives =
    [
        "script-src", "style-src", "img-src", "font-src", "media-src", "connect-src", "manifest-src", "worker-src", "frame-src", "object-src",
    ];

    /// <summary>These do not fall back to default-src: where nothing is used they have to say so themselves.</summary>
    private static readonly string[] s_withoutDefault = ["base-uri", "form-action"];

    /// <param name="site">The site's own address: its origin is <c>'self'</c>, from wherever it is served.</param>
    public static string Of(IEnumerable<ContentUse> uses, Uri site)
    {
        var own = Origin.Of(site);
        var sources = uses
            .SelectMany(use => use.Sources)
            .Distinct(StringComparer.Ordinal)
            .Select(source => source.Split(' ', 2))
            .Select(parts => (Directive: parts[0], Source: parts[1] == own ? "'self'" : parts[1]))
            .Distinct()
            .ToLookup(part => part.Directive, part => part.Source, StringComparer.Ordinal);
        var policy = new List<string> { "default-src 'none'" };
        policy.AddRange(s_directives.Where(sources.Contains).Select(Written));
        policy.AddRange(s_withoutDefault.Select(directive => sources.Contains(directive) ? Written(directive) : $"{directive} 'none'"));
        policy.Add("frame-ancestors 'none'");
        return string.Join("; ", policy);

        // Quoted keywords sort before origins.
        string Written(string directive) => $"{directive} {string.Join(' ', sources[directive].Order(StringComparer.Ordinal))}";
    }
}
