using System.Collections.Immutable;
using StaticSite.Cache;
using StaticSite.Model;
using StaticSite.Parse;

namespace StaticSite;

/// <summary>What stands in input/ beside the bundles: site.yml, data/, static/.</summary>
internal sealed class DataInput
{
    private readonly ImmutableArray<Diagnostic>.Builder _found = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly CachedSources _sources;

    private DataInput(ISourceCache cache) => _sources = new(cache, found => _found.AddRange(found));

    /// <summary>Null where site.yml is missing or has an error.</summary>
    public static Outcome<SiteSettings?> ReadSettings(SiteFiles files, ISourceCache cache) => Read(cache, input => input.ReadSettings(files));

    public static Outcome<SiteData> ReadData(SiteFiles files, SiteSettings settings, ISourceCache cache) => Read(cache, input => input.Read(files, settings));

    /// <summary>By address.</summary>
    public static Outcome<ImmutableDictionary<SiteUrl, FileContent>> ReadStatic(SiteFiles files, ISourceCache cache) => Read(cache, input => input.ReadStatic(files));

    private static Outcome<T> Read<T>(ISourceCache cache, Func<DataInput, T> read)
    {
        var input = new DataInput(cache);
        var value = read(input);
        return new(value, input._found.ToImmutable());
    }

    private SiteSettings? ReadSettings(SiteFiles files) =>
        files.Settings is { } file && _sources.ReadText(file) is { } source ? Take(SettingsParser.Parse(source)) : null;

    private ImmutableDictionary<SiteUrl, FileContent> ReadStatic(SiteFiles files) => files.Static
        .Select(file => (Url: new SiteUrl(file.Path["input/static".Length..]), Content: _sources.ReadContent(file)))
        .Where(file => file.Content is not null)
        .ToImmutableDictionary(file => file.Url, file => file.Content!);

    private SiteData Read(SiteFiles files, SiteSettings settings)
    {
        var sources = files.Data.Select(_sources.ReadText).OfType<SourceFile>().ToList();
        var data = Take(DataParser.Parse(sources, settings));
        var bySource = sources.ToDictionary(source => source.Path);
        var disclaimers = data.Disclaimers.ToImmutableDictionary(
            disclaimer => disclaimer.Id,
            disclaimer => new Disclaimer(
                disclaimer.Id,
                disclaimer.Text.ToImmutableDictionary(
                    text => text.Key,
                    text => Take(MarkdownParser.ParseFragment(bySource[text.Value.Where.Path], text.Value))),
                disclaimer.Where));
        return new SiteData(data.People, disclaimers, data.References ?? ReferenceLibrary.Unreadable);
    }

    private T Take<T>(Outcome<T> outcome)
    {
        _found.AddRange(outcome.Diagnostics);
        return outcome.Value;
    }
}
