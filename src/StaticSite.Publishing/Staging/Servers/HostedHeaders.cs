using System.Collections.Immutable;
using System.Text;
using StaticSite.Model;
using StaticSite.Publishing.Staging.Headers;

namespace StaticSite.Publishing.Staging.Servers;

/// <summary>The file <c>_headers</c> of Netlify and Cloudflare Pages. Both join the values of all rules that hold for an address, so that only one may set a header.</summary>
internal static class HostedHeaders
{
    public const string FileName = "_headers";

    /// <summary>Those of Cloudflare Pages.</summary>
    private const int MostRules = 100;
    private const int LongestLine = 2000;

    public static Outcome<string> Write(StagedSite site, HostedFile host)
    {
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        var served = ServedSite.WithoutRedirects(site.Files, site.Redirects).ToList();
        var blocks = new SortedDictionary<string, Block>(StringComparer.Ordinal);
        foreach (var name in served.SelectMany(file => file.Headers.Keys).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase))
        {
            foreach (var rule in PathTree.Of(served.Select(file => (file.Path, ValueOf(file, name)))).Disjoint())
            {
                AddLine(blocks, rule, name, host, found);
            }
        }

        return new(Print(Limit(blocks, host, found)), found.ToImmutable());
    }

    /// <summary>These hosts know a type by its ending themselves.</summary>
    private static string? ValueOf(StagedFile file, string name) =>
        file.Headers.TryGetValue(name, out var value)
        && !(name.Equals(HeaderSheet.ContentType, StringComparison.OrdinalIgnoreCase) && value == ContentTypes.Of(file.Path)) ? value : null;

    private static void AddLine(SortedDictionary<string, Block> blocks, PathRule rule, string name, HostedFile host, ImmutableArray<Diagnostic>.Builder found)
    {
        var line = $"  {name}: {rule.Value}";
        if (host.IsForCloudflare && line.Length > LongestLine)
        {
            found.Add(StagingDiagnostics.HeaderTooLong(host.ShownAs, name, rule.Value!.Length, LongestLine));
            return;
        }

        var pattern = Address.EscapePath(rule.IsFolder ? $"/{rule.Path}" : Address.Of(rule.Path)) + (rule.IsFolder ? "*" : "");
        if (!blocks.TryGetValue(pattern, out var block))
        {
            blocks[pattern] = block = new Block(rule.Files, []);
        }

        block.Lines.Add(line);
    }

    private static IEnumerable<KeyValuePair<string, Block>> Limit(SortedDictionary<string, Block> blocks, HostedFile host, ImmutableArray<Diagnostic>.Builder found)
    {
        if (!host.IsForCloudflare || blocks.Count <= MostRules)
        {
            return blocks;
        }

        var kept = blocks.OrderByDescending(block => block.Value.Files).ThenBy(block => block.Key, StringComparer.Ordinal).Take(MostRules).ToList();
        found.Add(StagingDiagnostics.TooManyHeaderRules(
            host.ShownAs, blocks.Count, MostRules, blocks.Values.Sum(block => block.Files) - kept.Sum(block => block.Value.Files)));
        return kept.OrderBy(block => block.Key, StringComparer.Ordinal);
    }

    private static string Print(IEnumerable<KeyValuePair<string, Block>> blocks)
    {
        var text = new StringBuilder();
        foreach (var (pattern, block) in blocks)
        {
            text.Append(pattern).Append('\n').AppendJoin('\n', block.Lines).Append('\n');
        }

        return text.ToString();
    }

    private sealed record Block(int Files, List<string> Lines);
}
