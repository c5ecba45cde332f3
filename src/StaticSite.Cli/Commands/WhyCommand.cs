using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StaticSite.Cli.Console;
using StaticSite.Model;

namespace StaticSite.Cli.Commands;

/// <summary><c>why</c>: what a page is made of, and why it was last rendered.</summary>
internal static class WhyCommand
{
    public static Command Create(Terminal terminal)
    {
        var address = new Argument<string>("address") { Description = "An address of the site (/zh/articles/kidney/), or a file of the output folder" };
        var folders = new FolderArguments();
        var format = new Option<string>("--format") { Description = "text or json", HelpName = "text|json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("why", "Tells what a page is made of, and why it was last rendered.") { address, format };
        folders.AddTo(command);
        command.SetAction((given, cancellation) => Task.FromResult(Run(
            given.GetValue(address)!,
            OutputMemory.Find(folders.ReadRoot(given), folders.ReadOutput(given), given.GetValue(address)!, cancellation),
            given.GetValue(format) == "json",
            terminal)));
        return command;
    }

    private static int Run(string address, OutputHistory? history, bool isJson, Terminal terminal)
    {
        if (history is null)
        {
            terminal.Error.WriteLine("error: No build into this folder is remembered.\n  hint: Run 'staticsite build' first.");
            return ExitCode.Unusable;
        }

        if (history.Path is null)
        {
            var hint = history.Near is { } near ? $"\n  hint: Did you mean '/{near}'?" : "";
            terminal.Error.WriteLine(Printable.Lines($"error: The site has nothing at '{address}'.{hint}"));
            return ExitCode.Unusable;
        }

        terminal.Out.Write(isJson ? Json(history) : Text(history));
        return ExitCode.Clean;
    }

    private static string Text(OutputHistory history)
    {
        var causes = history.Causes.IsEmpty
            ? "  nothing was remembered of it: the first build, or one without the cache\n"
            : Lines(history.Causes);
        return Printable.Lines($"{history.Path}\n\nshows\n{Lines(history.Shows)}\nwas last rendered because of\n{causes}");
    }

    private static string Lines(IEnumerable<Ingredient> ingredients) =>
        string.Concat(ingredients.Select(one => $"  {NameOf(one.Kind),-14} {(one.Name.Length > 0 ? one.Name : "none")}\n").Distinct(StringComparer.Ordinal));

    private static string Json(OutputHistory history) => JsonSerializer.Serialize(
        new WhyAnswer(history.Path!, [.. history.Shows.Select(View).Distinct()], [.. history.Causes.Select(View).Distinct()]),
        WhyJson.Plain.WhyAnswer) + "\n";

    private static WhyIngredient View(Ingredient one) => new(NameOf(one.Kind), one.Name);

    private static string NameOf(IngredientKind kind) => kind switch
    {
        IngredientKind.CitationStyle => "citation style",
        _ => kind.ToString().ToLowerInvariant(),
    };
}

internal sealed record WhyAnswer(string Path, ImmutableArray<WhyIngredient> Shows, ImmutableArray<WhyIngredient> Causes);

internal sealed record WhyIngredient(string Kind, string Name);

[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(WhyAnswer))]
internal sealed partial class WhyJson : JsonSerializerContext
{
    /// <summary>Names are written as they are, not as \u escapes.</summary>
    public static WhyJson Plain { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    });
}
