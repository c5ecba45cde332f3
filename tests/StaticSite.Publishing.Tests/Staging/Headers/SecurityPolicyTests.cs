using StaticSite.Publishing.Staging.Contents;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Tests.Staging.Headers;

public sealed class SecurityPolicyTests
{
    private static readonly Uri s_site = new("https://example.org/");

    [Fact]
    public void A_site_that_uses_nothing_is_allowed_nothing() =>
        Assert.Equal("default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'", SecurityPolicy.Of([ContentUse.Nothing], s_site));

    [Fact]
    public void What_any_page_uses_is_allowed_on_all_and_nothing_else() =>
        Assert.Equal(
            "default-src 'none'; script-src 'self'; img-src 'self' data: https://p.example.net; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            SecurityPolicy.Of(
                [Using("img-src https://p.example.net", "script-src 'self'"), Using("img-src data:", "img-src 'self'"), Using("form-action 'self'", "script-src 'self'")], s_site));

    [Fact]
    public void The_sites_own_address_is_self_from_wherever_it_is_served() =>
        Assert.Contains("img-src 'self';", SecurityPolicy.Of([Using("img-src https://example.org"), Using("img-src 'self'")], s_site), StringComparison.Ordinal);

    private static ContentUse Using(params string[] sources) => ContentUse.Nothing with { Sources = [.. sources] };
}
