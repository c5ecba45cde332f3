using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Publishing.Staging.Contents;

namespace StaticSite.Publishing.Staging.Headers;

/// <summary>Which headers does a file carry: what is built in, then the rules of site.yml in their order.</summary>
internal sealed class HeaderSheet
{
    public const string ContentType = "Content-Type";
    public const string CacheControl = "Cache-Control";
    public const string ContentSecurityPolicy = "Content-Security-Policy";

    private const string ForEver = "public, max-age=31536000, immutable";
    private const string ForAnHour = "public, max-age=3600, stale-while-revalidate=86400";
    private const string ForAMinute = "public, max-age=60, stale-while-revalidate=600";

    /// <summary>What an article needs none of, whatever script reaches it.</summary>
    private const string NoPermissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /// <summary>How many digits of its hash a name has at least, to count as changing with the content.</summary>
    private const int FewestHashDigits = 8;

    private readonly ImmutableSortedDictionary<string, string> _onAll;
    private readonly ImmutableArray<(AddressPattern Pattern, HeaderRule Rule)> _rules;
    private readonly Dictionary<string, ImmutableSortedDictionary<string, string>> _sets = new(StringComparer.Ordinal);

    public HeaderSheet(string policy, Uri site, ImmutableArray<HeaderRule> rules)
    {
        var onAll = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.OrdinalIgnoreCase);
        onAll[ContentSecurityPolicy] = policy;
        onAll["Permissions-Policy"] = NoPermissions;
        onAll["Referrer-Policy"] = "strict-origin-when-cross-origin";
        onAll["X-Content-Type-Options"] = "nosniff";
        if (site.Scheme == Uri.UriSchemeHttps)
        {
            onAll["Strict-Transport-Security"] = "max-age=31536000";
        }

        _onAll = onAll.ToImmutable();
        _rules = [.. rules.Select(rule => (new AddressPattern(rule.Path), rule))];
    }

    /// <summary>Files that are alike share one set.</summary>
    public ImmutableSortedDictionary<string, string> Of(string path, FileKind kind, string hash, ContentUse use)
    {
        var type = use.IsFeed ? ContentTypes.Atom : ContentTypes.Of(path);
        var cache = kind != FileKind.Asset ? ForAMinute : IsNamedByContent(path, hash) ? ForEver : ForAnHour;
        var address = Address.Of(path);
        var rules = Enumerable.Range(0, _rules.Length).Where(number => _rules[number].Pattern.IsMatch(address)).ToList();
        var key = $"{type}\n{cache}\n{string.Join(' ', rules)}";
        if (!_sets.TryGetValue(key, out var headers))
        {
            headers = _sets[key] = Create(type, cache, rules);
        }

        return headers;
    }

    private ImmutableSortedDictionary<string, string> Create(string type, string cache, List<int> rules)
    {
        var headers = _onAll.ToBuilder();
        headers[ContentType] = type;
        headers[CacheControl] = cache;
        foreach (var number in rules)
        {
            Apply(_rules[number].Rule, headers);
        }

        return headers.ToImmutable();
    }

    /// <summary>No file is served without a type: browsers would guess.</summary>
    private static void Apply(HeaderRule rule, ImmutableSortedDictionary<string, string>.Builder headers)
    {
        foreach (var (name, value) in rule.Set)
        {
            if (value is not null)
            {
                headers.Remove(name);
                headers.Add(name, value);
            }
            else if (!name.Equals(ContentType, StringComparison.OrdinalIgnoreCase))
            {
                headers.Remove(name);
            }
        }
    }

    /// <summary>site.247b30dd24.css: the digits are those of the file's own hash, so that other bytes will have another address.</summary>
    private static bool IsNamedByContent(string path, string hash)
    {
        var parts = path[(path.LastIndexOf('/') + 1)..].Split('.');
        return parts.Length > 2 && parts[1..^1].Any(part => part.Length >= FewestHashDigits && hash.StartsWith(part, StringComparison.Ordinal));
    }
}
