using System.Buffers;
using System.Text;

namespace StaticSite.Model;

/// <summary>Citation keys as parts of HTML ids: keys may hold anything, ids and fragments should not.</summary>
internal static class AnchorName
{
    private static readonly SearchValues<char> s_plain = SearchValues.Create("-._0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Letters of any script, digits, <c>-</c>, <c>_</c>, <c>.</c> stay; others become <c>~hex~</c>, so that two keys never share a name.</summary>
    public static string Of(string key)
    {
        if (!key.AsSpan().ContainsAnyExcept(s_plain))
        {
            return key;
        }

        var name = new StringBuilder(key.Length + 8);
        foreach (var rune in key.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '-' or '_' or '.')
            {
                name.Append(rune);
            }
            else
            {
                name.Append('~').Append(rune.Value.ToString("x", System.Globalization.CultureInfo.InvariantCulture)).Append('~');
            }
        }

        return name.ToString();
    }
}
