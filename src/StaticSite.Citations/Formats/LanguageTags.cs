using System.Collections.Frozen;

namespace StaticSite.Citations.Formats;

/// <summary>Languages as reference managers write them, to BCP 47.</summary>
public static class LanguageTags
{
    private static readonly FrozenDictionary<string, string> s_tags = WordTable.Pairs("""
        english en eng en american en-US usenglish en-US canadian en-CA british en-GB ukenglish en-GB australian en-AU newzealand en-NZ 英文 en 英语 en
        chinese zh chi zh zho zh chn zh cn zh 中文 zh 汉语 zh 漢語 zh 简体中文 zh-Hans 繁體中文 zh-Hant simplified-chinese zh-Hans traditional-chinese zh-Hant mandarin zh
        german de ger de deu de ngerman de deutsch de austrian de-AT naustrian de-AT swissgerman de-CH nswissgerman de-CH
        french fr fre fr fra fr francais fr français fr acadian fr-CA canadien fr-CA italian it ita it italiano it spanish es spa es español es mexican es-MX
        portuguese pt por pt portuges pt-PT brazilian pt-BR brazil pt-BR dutch nl dut nl nld nl nederlands nl russian ru rus ru русский ru ukrainian uk ukr uk
        japanese ja jpn ja 日本語 ja 日文 ja korean ko kor ko 한국어 ko arabic ar ara ar hebrew he heb he persian fa per fa fas fa farsi fa turkish tr tur tr
        polish pl pol pl czech cs cze cs ces cs slovak sk slo sk slk sk slovene sl slovenian sl slv sl croatian hr hrv hr serbian sr srp sr hungarian hu magyar hu hun hu
        romanian ro rum ro ron ro bulgarian bg bul bg greek el gre el ell el polutonikogreek el latin la lat la swedish sv swe sv danish da dan da norwegian no nor no
        norsk nb nynorsk nn finnish fi fin fi icelandic is ice is isl is estonian et est et latvian lv lav lv lithuanian lt lit lt catalan ca cat ca basque eu baq eu eus eu
        galician gl glg gl irish ga gle ga welsh cy wel cy cym cy vietnamese vi vie vi thai th tha th indonesian id ind id malay ms may ms msa ms hindi hi hin hi
        """, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>english</c> is <c>en</c>, <c>zh_cn</c> is <c>zh-CN</c>. What is not known comes back as it was written.</summary>
    public static string Find(string written)
    {
        var name = written.Trim();
        if (s_tags.TryGetValue(name, out var tag))
        {
            return tag;
        }

        var parts = name.Split('-', '_');
        if (parts.Any(part => part.Length == 0 || !part.All(char.IsAsciiLetterOrDigit)) || parts[0].Length is not (2 or 3))
        {
            return name;
        }

        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = i > 0 && parts[i].Length == 2 ? parts[i].ToUpperInvariant()
                : i > 0 && parts[i].Length == 4 ? char.ToUpperInvariant(parts[i][0]) + parts[i][1..].ToLowerInvariant()
                : parts[i].ToLowerInvariant();
        }

        return string.Join('-', parts);
    }
}
