using StaticSite.Cli;
using StaticSite.Cli.Console;
using StaticSite.Publishing.Tests.Support;

namespace StaticSite.Publishing.Tests.Cli;

/// <summary>A site in a folder, and the command line that is run on it.</summary>
internal sealed class CommandSite : IDisposable
{
    public CommandSite(string publish)
    {
        Directory.CreateDirectory(Path.Join(Root, "input"));
        File.WriteAllText(Path.Join(Root, "input", "site.yml"), $$"""
            base_url: https://example.org
            languages: [zh]
            title: A site
            publish:
              {{publish.Replace("ROOT", Root, StringComparison.Ordinal)}}
            """);
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("staticsite-command-").FullName;

    public static CommandSite WithFolder(string more = "") => new($"targets: {{production: {{kind: directory, path: ROOT/www{more}}}}}");

    public string PathOf(string path) => Path.Join(Root, path);

    public void Build(FakeSite site, Action<Dictionary<string, object>>? change = null)
    {
        site.WriteOutput(Root);
        if (change is not null)
        {
            var place = PathOf($"output/{OutputManifest.FileName}");
            var manifest = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, object>>(File.ReadAllText(place))!;
            change(manifest);
            File.WriteAllText(place, System.Text.Json.JsonSerializer.Serialize(manifest));
        }
    }

    public async Task<(int Code, string Out, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync([.. arguments, "--root", Root], new Terminal(output, error), (_, _, _) => throw new InvalidOperationException("Nothing is to be built."));
        return (code, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
