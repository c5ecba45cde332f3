using System.Globalization;
using System.Text;

namespace StaticSite.Parse.Yaml;

/// <summary>Values as YAML that <see cref="YamlReader"/> reads again.</summary>
internal static class YamlText
{
    /// <summary>In double quotes YAML takes every character that a source may hold, but for these.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var c in text)
        {
            _ = c switch
            {
                '"' or '\\' => quoted.Append('\\').Append(c),
                _ when char.IsControl(c) || c is '\u2028' or '\u2029' or '\uFEFF' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>An id without quotes, where that is read as the same.</summary>
    public static string Id(string id) =>
        id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && char.IsAsciiLetterOrDigit(id[0]) && !id.Equals("null", StringComparison.OrdinalIgnoreCase)
            ? id
            : Quoted(id);
}
