using System.Text.RegularExpressions;

namespace StaticSite.Publishing.Staging.Contents;

/// <summary>What an HTML page loads and does.</summary>
internal static partial class PageInspector
{
    public static ContentUse Inspect(string html)
    {
        var use = new ContentUseBuilder();
        var tags = new HtmlTags(html);
        while (tags.MoveNext())
        {
            InspectAttributes(in tags, use);
            InspectElement(in tags, use);
        }

        return use.ToUse();
    }

    private static void InspectAttributes(in HtmlTags tags, ContentUseBuilder use)
    {
        foreach (var (name, value) in tags.Attributes)
        {
            if (name.Length > 2 && name.StartsWith("on", StringComparison.Ordinal))
            {
                use.Offend(Offence.InlineHandler, $"<{tags.Name} {name}=\"{value}\">");
            }
            else if (name == "style")
            {
                use.Offend(Offence.InlineStyle, $"<{tags.Name} style=\"{value}\">");
            }
            else if (name is "href" or "src" or "action" or "formaction" or "xlink:href" && IsScript(value))
            {
                use.Offend(Offence.ScriptAddress, $"<{tags.Name} {name}=\"{value}\">");
            }
        }
    }

    private static void InspectElement(in HtmlTags tags, ContentUseBuilder use)
    {
        switch (tags.Name)
        {
            case "script":
                InspectScript(in tags, use);
                break;
            case "style":
                use.Offend(Offence.InlineStyle, $"<style>{tags.Text}");
                break;
            case "link":
                InspectLink(in tags, use);
                break;
            case "meta":
                InspectMeta(in tags, use);
                break;
            case "base":
                AddAll("base-uri", in tags, use, "href");
                break;
            case "form":
                use.Add("form-action", tags.Find("action") is { Length: > 0 } action ? action : "./");
                break;
            case "button" or "input":
                AddAll("form-action", in tags, use, "formaction");
                AddAll("img-src", in tags, use, "src");
                break;
            default:
                InspectMedia(in tags, use);
                break;
        }

        AddAll("connect-src", in tags, use, "ping");
    }

    private static void InspectMedia(in HtmlTags tags, ContentUseBuilder use)
    {
        switch (tags.Name)
        {
            case "img":
                AddAll("img-src", in tags, use, "src");
                AddSet(in tags, use);
                break;
            case "source":
                AddAll("media-src", in tags, use, "src");
                AddSet(in tags, use);
                break;
            case "image" or "use" or "feimage":
                AddAll("img-src", in tags, use, "href", "xlink:href");
                break;
            case "video":
                AddAll("media-src", in tags, use, "src");
                AddAll("img-src", in tags, use, "poster");
                break;
            case "audio" or "track":
                AddAll("media-src", in tags, use, "src");
                break;
            case "iframe" or "frame":
                AddAll("frame-src", in tags, use, "src");
                break;
            case "embed" or "object":
                AddAll("object-src", in tags, use, "src", "data");
                break;
            case "body" or "table" or "td" or "th":
                AddAll("img-src", in tags, use, "background");
                break;
        }
    }

    /// <summary>A block of data, JSON-LD above all, is no script for a policy.</summary>
    private static void InspectScript(in HtmlTags tags, ContentUseBuilder use)
    {
        var type = tags.Find("type")?.Trim() ?? "";
        if (type.Length > 0 && !RunnableType().IsMatch(type))
        {
            return;
        }

        if (tags.Find("src") is { } address)
        {
            use.Add("script-src", address);
        }
        else if (!string.IsNullOrWhiteSpace(tags.Text))
        {
            use.Offend(Offence.InlineScript, $"<script>{tags.Text}");
        }
    }

    private static void InspectLink(in HtmlTags tags, ContentUseBuilder use)
    {
        foreach (var relation in (tags.Find("rel") ?? "").ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var directive = relation switch
            {
                "stylesheet" => "style-src",
                "icon" or "apple-touch-icon" or "mask-icon" => "img-src",
                "manifest" => "manifest-src",
                "modulepreload" => "script-src",
                "preload" => Destination(tags.Find("as")),
                _ => null,
            };
            if (directive is not null)
            {
                AddAll(directive, in tags, use, "href");
            }
        }
    }

    private static string? Destination(string? kind) => kind?.Trim().ToLowerInvariant() switch
    {
        "script" => "script-src",
        "style" => "style-src",
        "font" => "font-src",
        "image" => "img-src",
        "audio" or "video" or "track" => "media-src",
        "fetch" => "connect-src",
        _ => null,
    };

    private static void InspectMeta(in HtmlTags tags, ContentUseBuilder use)
    {
        if (string.Equals(tags.Find("http-equiv")?.Trim(), "refresh", StringComparison.OrdinalIgnoreCase)
            && AtOnce().Match(tags.Find("content") ?? "") is { Success: true } match)
        {
            use.RedirectsTo ??= match.Groups["url"].Value.Trim();
        }
    }

    private static void AddAll(string directive, in HtmlTags tags, ContentUseBuilder use, params ReadOnlySpan<string> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (tags.Find(attribute) is { } address)
            {
                use.Add(directive, address);
            }
        }
    }

    private static void AddSet(in HtmlTags tags, ContentUseBuilder use)
    {
        foreach (Match candidate in Candidate().Matches(tags.Find("srcset") ?? ""))
        {
            use.Add("img-src", candidate.Groups["url"].Value);
        }
    }

    /// <summary>Browsers skip white space and control characters there.</summary>
    private static bool IsScript(string address) =>
        string.Concat(address.Where(letter => letter > ' ')).StartsWith("javascript:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^(module|importmap|speculationrules|(text|application)/(x-)?(java|ecma|j|live)script[\d.]*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RunnableType();

    [GeneratedRegex(@"^\s*0(\.0*)?\s*[;,]\s*url\s*=\s*(?<quote>['""]?)(?<url>.+?)\k<quote>\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AtOnce();

    [GeneratedRegex(@"(?<=^|,)\s*(?<url>[^\s,]\S*[^\s,]|[^\s,])(\s+[\d.]+[wxh])*\s*(?=,|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Candidate();
}
