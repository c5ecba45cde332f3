namespace StaticSite.Parse;

/// <summary>Addresses outside the site that a page may link to.</summary>
internal static class WebAddress
{
    /// <summary>An absolute address with http or https and a host; null for everything else (<c>javascript:</c>, relative, malformed).</summary>
    public static Uri? Find(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Host.Length > 0
        && address.UserInfo.Length == 0
            ? address
            : null;
}
