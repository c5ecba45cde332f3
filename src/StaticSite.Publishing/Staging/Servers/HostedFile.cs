namespace StaticSite.Publishing.Staging.Servers;

/// <summary>A file that a host reads, from which it takes headers or redirects.</summary>
/// <param name="ShownAs">Its name in diagnostics.</param>
/// <param name="IsForCloudflare">Cloudflare Pages, which has limits; else Netlify, which names none.</param>
internal readonly record struct HostedFile(string ShownAs, bool IsForCloudflare);
