namespace StaticSite.Citations.Csl.Locales;

/// <summary>BCP 47 tags as CSL uses them: a language, and perhaps a region.</summary>
internal static class LanguageTag
{
    private static readonly Dictionary<string, string> PrimaryDialects = new(StringComparer.Ordinal)
    {
        ["af"] = "af-ZA",
        ["bg"] = "bg-BG",
        ["ca"] = "ca-AD",
        ["cs"] = "cs-CZ",
        ["da"] = "da-DK",
        ["de"] = "de-DE",
        ["el"] = "el-GR",
        ["en"] = "en-US",
        ["es"] = "es-ES",
        ["et"] = "et-EE",
        ["fa"] = "fa-IR",
        ["fi"] = "fi-FI",
        ["fr"] = "fr-FR",
        ["he"] = "he-IL",
        ["hr"] = "hr-HR",
        ["hu"] = "hu-HU",
        ["is"] = "is-IS",
        ["it"] = "it-IT",
        ["ja"] = "ja-JP",
        ["km"] = "km-KH",
        ["ko"] = "ko-KR",
        ["lt"] = "lt-LT",
        ["lv"] = "lv-LV",
        ["mn"] = "mn-MN",
        ["nb"] = "nb-NO",
        ["nl"] = "nl-NL",
        ["nn"] = "nn-NO",
        ["pl"] = "pl-PL",
        ["pt"] = "pt-PT",
        ["ro"] = "ro-RO",
        ["ru"] = "ru-RU",
        ["sk"] = "sk-SK",
        ["sl"] = "sl-SI",
        ["sr"] = "sr-RS",
        ["sv"] = "sv-SE",
        ["th"] = "th-TH",
        ["tr"] = "tr-TR",
        ["uk"] = "uk-UA",
        ["vi"] = "vi-VN",
        ["zh"] = "zh-CN",
    };

    public static string Primary(string tag)
    {
        var end = tag.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? tag : tag[..end]).ToLowerInvariant();
    }

    /// <summary>Whether the tag is that of a language, of whatever region.</summary>
    public static bool IsOf(ReadOnlySpan<char> tag, ReadOnlySpan<char> language)
    {
        var end = tag.IndexOfAny('-', '_');
        return (end < 0 ? tag : tag[..end]).Equals(language, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary><c>en_us-x-sort-ja</c> → <c>en-US</c>; <c>zh-Hans-CN</c> → <c>zh-CN</c>; <c>en</c> stays.</summary>
    public static string Normalize(string tag)
    {
        if (IsNormal(tag))
        {
            return tag;
        }

        var parts = tag.Trim().Split('-', '_');
        var language = parts[0].ToLowerInvariant();
        foreach (var part in parts.Skip(1))
        {
            if (part.Length == 1)
            {
                break;
            }

            if (part.Length == 2)
            {
                return language + "-" + part.ToUpperInvariant();
            }

            if (part.Equals("Hant", StringComparison.OrdinalIgnoreCase) && language == "zh" && parts.Length == 2)
            {
                return "zh-TW";
            }
        }

        return language;
    }

    /// <summary>The two forms that most tags have: <c>en</c> and <c>en-US</c>.</summary>
    private static bool IsNormal(string tag) =>
        tag.Length is 2 or 5 && char.IsAsciiLetterLower(tag[0]) && char.IsAsciiLetterLower(tag[1])
        && (tag.Length == 2 || (tag[2] == '-' && char.IsAsciiLetterUpper(tag[3]) && char.IsAsciiLetterUpper(tag[4])));

    /// <summary>The region that a language without one stands for: <c>de</c> → <c>de-DE</c>.</summary>
    public static string WithRegion(string tag) =>
        tag.Contains('-', StringComparison.Ordinal) ? tag : PrimaryDialects.GetValueOrDefault(tag, tag);

    public static bool IsTag(string text)
    {
        var end = text.AsSpan().IndexOfAny('-', '_');
        var primary = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        return primary.Length is 2 or 3 && !primary.ContainsAnyExceptInRange('A', 'z') && !text.Contains(' ', StringComparison.Ordinal);
    }
}
