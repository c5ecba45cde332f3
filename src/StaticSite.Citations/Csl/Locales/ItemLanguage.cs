using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace StaticSite.Citations.Csl.Locales;

/// <summary>The language of an item: as the item says it, if that is a language; else by the script of its title.</summary>
internal static class ItemLanguage
{
    private static readonly SearchValues<char> s_latin = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["eng"] = "en",
        ["英文"] = "en",
        ["英语"] = "en",
        ["chinese"] = "zh",
        ["chi"] = "zh",
        ["zho"] = "zh",
        ["中文"] = "zh",
        ["汉语"] = "zh",
        ["中国"] = "zh",
        ["简体中文"] = "zh",
        ["繁體中文"] = "zh-TW",
        ["japanese"] = "ja",
        ["jpn"] = "ja",
        ["日文"] = "ja",
        ["日语"] = "ja",
        ["日本語"] = "ja",
        ["korean"] = "ko",
        ["kor"] = "ko",
        ["韩文"] = "ko",
        ["한국어"] = "ko",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["ger"] = "de",
        ["deu"] = "de",
        ["french"] = "fr",
        ["français"] = "fr",
        ["fre"] = "fr",
        ["fra"] = "fr",
        ["spanish"] = "es",
        ["español"] = "es",
        ["spa"] = "es",
        ["russian"] = "ru",
        ["русский"] = "ru",
        ["rus"] = "ru",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <returns>A tag such as <c>zh-CN</c> or <c>en</c>; null where nothing tells.</returns>
    public static string? Of(Item item)
    {
        var written = item.Language?.Trim() ?? "";
        if (written.Length > 0 && Names.TryGetValue(written, out var known))
        {
            return known;
        }

        if (written.Length > 0 && LanguageTag.IsTag(written))
        {
            return LanguageTag.Normalize(written);
        }

        return item.Field("title") is { Length: > 0 } title ? ByScript(title) : null;
    }

    private static string? ByScript(string title)
    {
        if (Ascii.IsValid(title))
        {
            return title.AsSpan().ContainsAny(s_latin) ? "en" : null;
        }

        var (han, latin) = (false, false);
        for (var i = 0; i < title.Length; i++)
        {
            switch (char.IsSurrogatePair(title, i) ? char.ConvertToUtf32(title, i) : title[i])
            {
                case >= 0x3041 and <= 0x30FF:
                    return "ja";
                case >= 0xAC00 and <= 0xD7AF:
                    return "ko";
                case (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF):
                    han = true;
                    break;
                case (>= 'A' and <= 'Z') or (>= 'a' and <= 'z'):
                    latin = true;
                    break;
            }
        }

        return han ? "zh" : latin ? "en" : null;
    }
}
