using System.Collections.Frozen;
using System.Collections.Immutable;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <summary>One target of site.yml. Null means that what is wrong has been reported.</summary>
internal static class PublishTargetParser
{
    /// <summary>Below the site's own prefix, unless the target names another place.</summary>
    private const string DefaultState = ".staticsite/";

    private static readonly string[] s_secrets = ["access_key", "access_key_id", "secret", "secret_key", "secret_access_key", "session_token", "token", "password", "api_key"];

    private static readonly FrozenDictionary<string, StoredEncoding> s_storedEncodings = new Dictionary<string, StoredEncoding>
    {
        ["identity"] = StoredEncoding.Identity,
        ["gzip"] = StoredEncoding.Gzip,
        ["br"] = StoredEncoding.Br,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CreateOnlyWrite> s_createOnlyWrites = new Dictionary<string, CreateOnlyWrite>
    {
        ["if-none-match"] = CreateOnlyWrite.IfNoneMatch,
        ["oss"] = CreateOnlyWrite.Oss,
        ["cos"] = CreateOnlyWrite.Cos,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, WebServer?> s_servers = new Dictionary<string, WebServer?>
    {
        ["nginx"] = WebServer.Nginx,
        ["caddy"] = WebServer.Caddy,
        ["netlify"] = WebServer.Netlify,
        ["cloudflare-pages"] = WebServer.CloudflarePages,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static TargetSettings? Parse(Located<string> name, YamlFields fields)
    {
        ReportSecrets(fields);
        var baseUrl = BaseUrl(fields);
        var purge = fields.Text("purge_command")?.Value;
        var kind = fields.Has("kind", "kind: s3") ? fields.Text("kind") : null;
        TargetSettings? target = kind?.Value switch
        {
            "s3" => S3(name, fields),
            "directory" => Folder(name, fields),
            null => Guess(name, fields),
            _ => null,
        };
        if (target is null && kind is { Value: not ("s3" or "directory") } unknown)
        {
            fields.Found.Add(ParseDiagnostics.UnknownChoice("kind", unknown, ["s3", "directory"]));
            return null;
        }

        fields.Finish();
        return target is null || kind is null ? null : target with { BaseUrl = baseUrl, PurgeCommand = purge };
    }

    /// <summary>Without a kind, the other keys are still looked at: what is wrong with them is not that they are there.</summary>
    private static TargetSettings? Guess(Located<string> name, YamlFields fields) => fields.Find("path") is null ? S3(name, fields) : Folder(name, fields);

    private static S3TargetSettings? S3(Located<string> name, YamlFields fields)
    {
        var bucket = fields.Has("bucket", "bucket: my-site") ? fields.Text("bucket") : null;
        var prefix = Prefix(fields, "prefix") ?? "";
        var settings = new S3TargetSettings(name, bucket ?? name)
        {
            Endpoint = Endpoint(fields),
            Region = fields.Text("region")?.Value,
            Prefix = prefix,
            StatePrefix = Prefix(fields, "state_prefix") ?? prefix + DefaultState,
            PathStyle = fields.Flag("path_style", otherwise: false),
            Profile = fields.Text("profile")?.Value,
            Encoding = Choice(fields, "encoding", s_storedEncodings),
            CreateOnly = Choice(fields, "create_only", s_createOnlyWrites),
        };
        if (fields.Find("state_prefix") is { } node && (settings.StatePrefix.Length == 0 || settings.StatePrefix == prefix))
        {
            fields.Found.Add(ParseDiagnostics.StateAmongPages(node.Where));
        }

        return bucket is null ? null : settings;
    }

    private static DirectoryTargetSettings? Folder(Located<string> name, YamlFields fields)
    {
        var path = fields.Has("path", "path: /srv/www/site") ? fields.Text("path") : null;
        var encodings = ImmutableArray.CreateBuilder<string>();
        foreach (var encoding in fields.Ids("encodings") ?? [])
        {
            if (encoding.Value is "br" or "gzip")
            {
                encodings.Add(encoding.Value);
            }
            else
            {
                fields.Found.Add(ParseDiagnostics.UnknownChoice("encodings", encoding, ["br", "gzip"]));
            }
        }

        var server = Choice(fields, "server", s_servers);
        return path is { Value.Length: > 0 } known
            ? new DirectoryTargetSettings(name, known) { Encodings = encodings.ToImmutable(), Server = server }
            : null;
    }

    /// <summary>A key that nobody should write, so that it is not among those that are suggested.</summary>
    private static void ReportSecrets(YamlFields fields)
    {
        foreach (var key in s_secrets)
        {
            if (fields.FindUnlisted(key) is { } secret)
            {
                fields.Found.Add(ParseDiagnostics.SecretInSettings(key, secret.KeyWhere));
            }
        }
    }

    private static Uri? BaseUrl(YamlFields fields)
    {
        if (fields.Text("base_url") is not { } text)
        {
            return null;
        }

        if (WebAddress.Find(text.Value) is { AbsolutePath: "/", Query: "", Fragment: "" } address && text.Value.AsSpan().IndexOfAny("?#") < 0)
        {
            return address;
        }

        fields.Found.Add(ParseDiagnostics.BadBaseUrl(text));
        return null;
    }

    private static Uri? Endpoint(YamlFields fields)
    {
        if (fields.Text("endpoint") is not { } text)
        {
            return null;
        }

        if (WebAddress.Find(text.Value) is { } address)
        {
            return address;
        }

        fields.Found.Add(text.Value.Contains('@') ? ParseDiagnostics.SecretInSettings("endpoint", fields.WhereOf("endpoint")) : ParseDiagnostics.BadWebAddress("endpoint", text));
        return null;
    }

    /// <summary>Empty, or ending with <c>/</c>; null where the key is not written.</summary>
    private static string? Prefix(YamlFields fields, string key)
    {
        if (fields.Text(key) is not { } text)
        {
            return null;
        }

        var path = text.Value.Trim('/');
        if (path.Length > 0 && !AddressName.IsPathBelow(path))
        {
            fields.Found.Add(ParseDiagnostics.BadPrefix(key, text));
        }

        return path.Length == 0 ? "" : path + "/";
    }

    private static T? Choice<T>(YamlFields fields, string key, FrozenDictionary<string, T> choices)
    {
        if (fields.Text(key) is not { } text)
        {
            return default;
        }

        if (choices.TryGetValue(text.Value, out var choice))
        {
            return choice;
        }

        fields.Found.Add(ParseDiagnostics.UnknownChoice(key, text, choices.Keys.Order(StringComparer.Ordinal)));
        return default;
    }
}
