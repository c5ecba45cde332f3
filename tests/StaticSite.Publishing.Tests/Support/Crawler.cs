using System.Text;
using System.Text.RegularExpressions;

namespace StaticSite.Publishing.Tests.Support;

/// <summary>Follows every link and asset from the root, as a reader could.</summary>
internal static partial class Crawler
{
    /// <param name="fetch">The bytes at a path below the root, null where there are none.</param>
    /// <returns>What is dead or torn; how many files were reached.</returns>
    public static async Task<(List<string> Faults, int Reached)> CrawlAsync(Func<string, Task<byte[]?>> fetch)
    {
        var faults = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal) { "index.html" };
        var open = new Queue<(string Path, string From)>([("index.html", "the address bar")]);
        while (open.TryDequeue(out var next))
        {
            if (await fetch(next.Path) is not { } bytes)
            {
                faults.Add($"{next.Path} is dead, linked from {next.From}");
                continue;
            }

            if (FakeSite.FindTear(next.Path, bytes) is { } tear)
            {
                faults.Add(tear);
            }

            foreach (Match link in Links().Matches(Encoding.UTF8.GetString(bytes)))
            {
                var path = link.Groups["path"].Value is var address && address.EndsWith('/') ? address + "index.html" : address;
                if (seen.Add(path))
                {
                    open.Enqueue((path, next.Path));
                }
            }
        }

        return (faults, seen.Count);
    }

    [GeneratedRegex("""(href="/|<loc>/)(?<path>[^"<]*)""")]
    private static partial Regex Links();
}
