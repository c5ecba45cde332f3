using Spectre.Console;
using StaticSite.Model;

namespace StaticSite.Cli.Console;

/// <summary>One bar per stage, gone when the build is done.</summary>
internal static class ProgressBar
{
    public static BuildResult Watch(Terminal terminal, Func<IProgress<BuildProgress>?, BuildResult> build)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(terminal.Out),
            ColorSystem = terminal.ColoursOut ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        return console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context => build(new Stages(context)));
    }

    private static string TitleOf(string stage) => stage switch
    {
        "wait" => "Waiting for another build",
        "read" => "Reading",
        "parse" => "Parsing",
        "link" => "Linking",
        "render" => "Rendering",
        "write" => "Writing",
        "verify" => "Building afresh",
        _ => stage,
    };

    /// <summary>Reports come from many threads, and not always in order.</summary>
    private sealed class Stages(ProgressContext context) : IProgress<BuildProgress>
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<string, ProgressTask> _tasks = new(StringComparer.Ordinal);

        public void Report(BuildProgress value)
        {
            lock (_lock)
            {
                if (!_tasks.TryGetValue(value.Stage, out var task))
                {
                    task = context.AddTask(Markup.Escape(TitleOf(value.Stage)));
                    _tasks.Add(value.Stage, task);
                }

                task.MaxValue = Math.Max(1, value.Total);
                task.Value = value.Total == 0 ? 1 : Math.Max(task.Value, value.Done);
            }
        }
    }
}
