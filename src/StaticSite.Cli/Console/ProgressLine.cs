using System.Diagnostics;
using System.Globalization;
using StaticSite.Publishing;

namespace StaticSite.Cli.Console;

/// <summary>One line that is written over, where somebody watches: files, bytes, rate, time left.</summary>
internal sealed class ProgressLine(Terminal terminal) : IProgress<PublishProgress>
{
    private static readonly TimeSpan s_least = TimeSpan.FromMilliseconds(100);

    private readonly Lock _lock = new();
    private readonly Stopwatch _step = new();
    private string _name = "";
    private TimeSpan _last;
    private bool _isShown;

    public void Report(PublishProgress value)
    {
        if (!terminal.IsWatched)
        {
            return;
        }

        lock (_lock)
        {
            if (value.Step != _name)
            {
                (_name, _last) = (value.Step, TimeSpan.Zero);
                _step.Restart();
            }
            else if (_step.Elapsed - _last < s_least && value.Files < value.TotalFiles)
            {
                return;
            }

            _last = _step.Elapsed;
            _isShown = true;
            terminal.Out.Write($"\r\e[2K{Text(value, _step.Elapsed)}");
            terminal.Out.Flush();
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            if (_isShown)
            {
                terminal.Out.Write("\r\e[2K");
                _isShown = false;
            }
        }
    }

    public static string Text(PublishProgress value, TimeSpan elapsed)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{Title(value.Step)} {value.Files}/{value.TotalFiles} files");
        if (value.TotalBytes > 0)
        {
            text += $", {PublishWords.Bytes(value.Bytes)} of {PublishWords.Bytes(value.TotalBytes)}";
        }

        if (elapsed.TotalSeconds < 1 || value.Files == 0)
        {
            return text;
        }

        var share = value.TotalBytes > 0 && value.Bytes > 0 ? (double)value.Bytes / value.TotalBytes : (double)value.Files / value.TotalFiles;
        var left = TimeSpan.FromSeconds(elapsed.TotalSeconds * (1 - share) / share);
        return text + string.Create(
            CultureInfo.InvariantCulture,
            $", {value.Files / elapsed.TotalSeconds:0} files/s, {PublishWords.Bytes(value.Bytes / elapsed.TotalSeconds)}/s, {(int)left.TotalMinutes}:{left.Seconds:00} left");
    }

    private static string Title(string step) => step switch
    {
        "send" => "Sending",
        "link" => "Preparing",
        "delete" => "Deleting",
        _ => $"Placing {step}:",
    };
}
