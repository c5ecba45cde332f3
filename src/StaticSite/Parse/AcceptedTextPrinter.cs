using System.Globalization;
using System.Text;
using StaticSite.Model;
using StaticSite.Parse.Yaml;

namespace StaticSite.Parse;

/// <param name="LaterDates">Section ids with the day on which they were accepted by themselves.</param>
/// <param name="SourceUpdated">What the source states as its last change.</param>
internal sealed record AcceptedHead(DateOnly Date, Language Source, PublicationDate? SourceUpdated, string Title, IReadOnlyList<(string Id, DateOnly Date)> LaterDates);

/// <summary>The text of an accepted file, for <see cref="AcceptedTextParser"/> to read again. Lines end with LF.</summary>
internal static class AcceptedTextPrinter
{
    public static string Print(AcceptedHead head, string body)
    {
        var text = new StringBuilder(body.Length + 200);
        text.Append(CultureInfo.InvariantCulture, $"---\n{AcceptedTextParser.DateKey}: {Day(head.Date)}\n{AcceptedTextParser.SourceKey}: {head.Source}\n");
        if (head.SourceUpdated is { } updated)
        {
            var format = updated.HasTime ? "yyyy-MM-dd'T'HH:mm:sszzz" : "yyyy-MM-dd";
            text.Append(CultureInfo.InvariantCulture, $"{AcceptedTextParser.UpdatedKey}: {updated.Instant.ToString(format, CultureInfo.InvariantCulture)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{AcceptedTextParser.TitleKey}: {YamlText.Quoted(head.Title)}\n");
        if (head.LaterDates.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"{AcceptedTextParser.LaterKey}:\n");
            foreach (var (id, date) in head.LaterDates)
            {
                text.Append(CultureInfo.InvariantCulture, $"  {YamlText.Quoted(id)}: {Day(date)}\n");
            }
        }

        text.Append("---\n\n").Append(body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Trim('\n')).Append('\n');
        return text.ToString();
    }

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
