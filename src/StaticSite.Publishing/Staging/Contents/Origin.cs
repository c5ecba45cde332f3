namespace StaticSite.Publishing.Staging.Contents;

/// <summary>Scheme, host and port, as a policy names them: without the port that the scheme has anyway, in ASCII.</summary>
internal static class Origin
{
    public static string Of(Uri address) =>
        address.IsDefaultPort ? $"{address.Scheme}://{address.IdnHost}" : $"{address.Scheme}://{address.IdnHost}:{address.Port}";
}
