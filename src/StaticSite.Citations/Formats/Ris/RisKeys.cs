using System.Globalization;
using System.Text;

namespace StaticSite.Citations.Formats.Ris;

/// <summary>
/// Keys for records without one: <c>choi2020</c>, then <c>choi2020a</c>, <c>choi2020b</c>. The first keeps its plain key, so
/// that a record added below changes none above.
/// </summary>
internal sealed class RisKeys(IEnumerable<string> taken)
{
    private const int LongestName = 24;

    private readonly HashSet<string> _taken = taken.ToHashSet(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public string Make(Item item)
    {
        var plain = Word(item) + item.Dates.GetValueOrDefault("issued")?.Year?.ToString(CultureInfo.InvariantCulture).TrimStart('-');
        if (_taken.Add(plain))
        {
            return plain;
        }

        var next = _next.GetValueOrDefault(plain);
        var key = plain + Letters(next++);
        while (!_taken.Add(key))
        {
            key = plain + Letters(next++);
        }

        _next[plain] = next;
        return key;
    }

    private static string Word(Item item)
    {
        foreach (var role in (ReadOnlySpan<string>)["author", "editor", "collection-editor", "translator"])
        {
            if (item.Names.TryGetValue(role, out var names) && Fold(names[0].Family ?? names[0].Literal ?? names[0].Given ?? "") is { Length: > 0 } name)
            {
                return name;
            }
        }

        return Fold(item.Field("title") ?? "") is { Length: > 0 } title ? title : "ref";
    }

    /// <summary>Small letters without accents, as they are typed without thinking.</summary>
    private static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            if (folded.Length >= LongestName)
            {
                break;
            }

            folded.Append(rune.Value switch
            {
                'ß' => "ss",
                'ø' or 'Ø' => "o",
                'æ' or 'Æ' => "ae",
                'œ' or 'Œ' => "oe",
                'ł' or 'Ł' => "l",
                'đ' or 'Đ' or 'ð' or 'Ð' => "d",
                'þ' or 'Þ' => "th",
                _ => Rune.IsLetterOrDigit(rune) && rune.IsBmp ? WithoutAccents(rune) : "",
            });
        }

        return folded.ToString();
    }

    private static string WithoutAccents(Rune rune)
    {
        var lower = Rune.ToLowerInvariant(rune).ToString();
        return rune.IsAscii ? lower : string.Concat(lower.Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).Normalize();
    }

    /// <summary>a to z, then aa, ab.</summary>
    private static string Letters(int number)
    {
        var letters = "";
        for (var rest = number; rest >= 0; rest = (rest / 26) - 1)
        {
            letters = (char)('a' + (rest % 26)) + letters;
        }

        return letters;
    }
}
