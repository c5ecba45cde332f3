using System.Collections.Frozen;
using System.Text;

namespace StaticSite.Citations.Csl.Output;

/// <summary>Characters that are small raised forms of others (<c>ª</c>, <c>²</c>, <c>ʳ</c>), by their compatibility decomposition.</summary>
internal static class Superscripts
{
    private static readonly FrozenDictionary<char, string> Known = Ranges()
        .Select(c => (Char: c, Plain: c.ToString().Normalize(NormalizationForm.FormKD)))
        .Where(pair => pair.Plain != pair.Char.ToString())
        .Concat([(Char: '\u02C0', Plain: "\u0294"), (Char: '\u02C1', Plain: "\u0295"), (Char: '\u06E5', Plain: "\u0648"), (Char: '\u06E6', Plain: "\u064A")])
        .ToFrozenDictionary(pair => pair.Char, pair => pair.Plain);

    public static string? Find(char c) => c < '\u00AA' ? null : Known.GetValueOrDefault(c);

    private static IEnumerable<char> Ranges()
    {
        foreach (var (first, last) in new[]
        {
            ('\u00AA', '\u00AA'), ('\u00B2', '\u00B3'), ('\u00B9', '\u00BA'), ('\u02B0', '\u02B8'), ('\u02C0', '\u02C1'), ('\u02E0', '\u02E4'),
            ('\u06E5', '\u06E6'), ('\u1D2C', '\u1D61'), ('\u2070', '\u2071'), ('\u2074', '\u207F'), ('\u2120', '\u2120'), ('\u2122', '\u2122'),
            ('\u3192', '\u319F'),
        })
        {
            for (var c = first; c <= last; c++)
            {
                yield return c;
            }
        }
    }
}
