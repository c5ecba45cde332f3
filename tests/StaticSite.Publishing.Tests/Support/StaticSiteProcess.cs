using System.Diagnostics;
using StaticSite.Tests.Support;

namespace StaticSite.Publishing.Tests.Support;

/// <summary>The real program in a process of its own.</summary>
internal sealed class StaticSiteProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private StaticSiteProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public List<string> Lines { get; } = [];

    public static StaticSiteProcess Start(params string[] arguments)
    {
        var start = ProgramUnderTest.Start(arguments);
        start.Environment["AWS_ACCESS_KEY_ID"] = Servers.CephGateway.Key;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = Servers.CephGateway.Secret;
        return new StaticSiteProcess(Process.Start(start)!);
    }

    /// <summary>False where it ended before it said so.</summary>
    public async Task<bool> WaitForLineAsync(string part)
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Lines.Add(line);
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The exit code, and what was said.</summary>
    public async Task<(int Code, string Said)> FinishAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Lines.Add(line);
        }

        await _process.WaitForExitAsync();
        return (_process.ExitCode, string.Join('\n', Lines) + await _errors);
    }

    /// <summary>The most memory that it has had so far; 0 where that cannot be told.</summary>
    public long Memory()
    {
        try
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    /// <summary>At once, without a chance to clean up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();
}
