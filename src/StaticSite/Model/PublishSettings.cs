using System.Collections.Immutable;

namespace StaticSite.Model;

/// <summary>What site.yml says of publishing.</summary>
public sealed record PublishSettings
{
    /// <summary>How many releases can be brought back, the one that is served included.</summary>
    public int KeepReleases { get; init; } = 5;

    /// <summary>How many days the assets of earlier releases stay: pages in caches still ask for them.</summary>
    public int KeepAssets { get; init; } = 30;

    public DeliverySettings Delivery { get; init; } = DeliverySettings.Default;

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<TargetSettings> Targets { get; init; } = [];
}

/// <summary>A place to publish to.</summary>
/// <param name="Name">What is typed after <c>publish</c>; its span is the entry's key.</param>
public abstract record TargetSettings(Located<string> Name)
{
    /// <summary>Where readers find what is published here; null where it is the site's own address.</summary>
    public Uri? BaseUrl { get; init; }

    /// <summary>A shell command that gets the addresses whose content changed, one a line.</summary>
    public string? PurgeCommand { get; init; }
}

/// <summary>A bucket of a store that speaks S3.</summary>
/// <param name="Bucket">Its span is the value's.</param>
public sealed record S3TargetSettings(Located<string> Name, Located<string> Bucket) : TargetSettings(Name)
{
    /// <summary>Null for Amazon's own.</summary>
    public Uri? Endpoint { get; init; }
    public string? Region { get; init; }

    /// <summary>Before every key of the site: empty, or ending with <c>/</c>.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>Before every key that is not to be served, as <see cref="Prefix"/>.</summary>
    public string StatePrefix { get; init; } = "";
    public bool PathStyle { get; init; }

    /// <summary>A section of the user's own credentials file; null where environment variables, or what the machine has, decide.</summary>
    public string? Profile { get; init; }
    public StoredEncoding Encoding { get; init; }
    public CreateOnlyWrite CreateOnly { get; init; }
}

/// <summary>A folder that a web server serves, or that something else copies from.</summary>
/// <param name="Path">Full, or relative to the site's root.</param>
public sealed record DirectoryTargetSettings(Located<string> Name, Located<string> Path) : TargetSettings(Name)
{
    /// <summary>The compressed files that stand beside the plain ones: <c>br</c>, <c>gzip</c>.</summary>
    public ImmutableArray<string> Encodings { get; init; } = [];

    /// <summary>For whom rules are written.</summary>
    public WebServer? Server { get; init; }
}

/// <summary>The one form in which a store serves what can be compressed.</summary>
public enum StoredEncoding
{
    Identity,
    Gzip,
    Br,
}

/// <summary>How a store is asked to refuse a write where something stands already.</summary>
public enum CreateOnlyWrite
{
    IfNoneMatch,

    /// <summary>Alibaba OSS: <c>x-oss-forbid-overwrite</c>.</summary>
    Oss,

    /// <summary>Tencent COS: <c>x-cos-forbid-overwrite</c>.</summary>
    Cos,
}

public enum WebServer
{
    Nginx,
    Caddy,
    Netlify,
    CloudflarePages,
}
