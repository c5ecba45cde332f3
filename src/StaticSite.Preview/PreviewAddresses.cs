namespace StaticSite.Preview;

/// <summary>Addresses that no site can have: names of bundles do not begin with an underscore.</summary>
internal static class PreviewAddresses
{
    public const string Script = "/_preview/preview.js";
    public const string Socket = "/_preview/socket";
    public const string Desk = "/_desk/";
}
