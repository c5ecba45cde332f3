using System.Diagnostics;
using System.Text.Json;
using StaticSite.Publishing.Releases;

namespace StaticSite.Publishing.Locks;

/// <summary>Who publishes.</summary>
/// <param name="Machine">This boot of this machine, and the space of process numbers; empty where that cannot be told.</param>
internal sealed record LockHolder(string Id, string User, string Host, string Machine, int ProcessId, DateTimeOffset Started)
{
    /// <summary>Clocks are set while processes run.</summary>
    private static readonly TimeSpan s_grain = TimeSpan.FromSeconds(5);

    public DateTimeOffset Since { get; init; }

    /// <summary>The last sign of life.</summary>
    public DateTimeOffset Seen { get; init; }

    public bool IsKnown => Id.Length > 0;

    public string ShownAs => $"{User} on {Host} (process {ProcessId})";

    public static LockHolder Current()
    {
        using var process = Process.GetCurrentProcess();
        return new LockHolder(Guid.NewGuid().ToString("N"), Environment.UserName, Environment.MachineName, ThisMachine(), Environment.ProcessId, process.StartTime.ToUniversalTime());
    }

    /// <summary>Of processes on this machine, and only of those, it can be told that they have ended.</summary>
    public bool HasEnded()
    {
        if (Machine.Length == 0 || Machine != ThisMachine())
        {
            return false;
        }

        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return process.HasExited || (process.StartTime.ToUniversalTime() - Started).Duration() > s_grain;
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Somebody else's process: it lives.
            return false;
        }
    }

    public byte[] ToBytes() => SealedJson.Write(json =>
    {
        json.WriteString("id", Id);
        json.WriteString("user", User);
        json.WriteString("host", Host);
        json.WriteString("machine", Machine);
        json.WriteNumber("process", ProcessId);
        json.WriteString("started", Started);
        json.WriteString("since", Since);
        json.WriteString("seen", Seen);
    });

    /// <summary>One that cannot be read is still held by somebody.</summary>
    public static LockHolder Parse(byte[] bytes) =>
        SealedJson.Read(bytes, json => new LockHolder(
            Text(json, "id"), Text(json, "user"), Text(json, "host"), Text(json, "machine"),
            json.GetProperty("process").GetInt32(), json.GetProperty("started").GetDateTimeOffset())
        {
            Since = json.GetProperty("since").GetDateTimeOffset(),
            Seen = json.GetProperty("seen").GetDateTimeOffset(),
        })
        ?? new LockHolder("", "somebody", "an unknown machine", "", 0, default);

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;

    private static string ThisMachine()
    {
        try
        {
            return OperatingSystem.IsLinux()
                ? $"{File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim()} {new FileInfo("/proc/self/ns/pid").LinkTarget}"
                : "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
