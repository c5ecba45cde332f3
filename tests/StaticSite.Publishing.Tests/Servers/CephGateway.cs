using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using StaticSite.Model;

namespace StaticSite.Publishing.Tests.Servers;

[CollectionDefinition(Name)]
public sealed class CephServer : ICollectionFixture<CephGateway>
{
    public const string Name = "Ceph's gateway";
}

/// <summary>A real S3 server, started once for all tests that need it.</summary>
public sealed class CephGateway : IDisposable
{
    public const string Key = "staticsite";
    public const string Secret = "staticsite-secret";

    /// <summary>A gateway that runs already, for whoever works on these tests.</summary>
    private const string Variable = "STATICSITE_TEST_S3";

    private readonly string? _folder;
    private int _buckets;

    public CephGateway()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } running)
        {
            Endpoint = new Uri(running);
            return;
        }

        if (!OperatingSystem.IsLinux() || !IsInstalled("radosgw") || !IsInstalled("ceph-mon") || !IsInstalled("ceph-osd"))
        {
            WhyNot = "Ceph is not installed: radosgw, ceph-mon and ceph-osd are needed.";
            return;
        }

        _folder = Directory.CreateTempSubdirectory("staticsite-ceph-").FullName;
        var port = FreePort();
        if (Run("up", _folder, $"{port}"))
        {
            Endpoint = new Uri($"http://127.0.0.1:{port}");
        }
        else
        {
            WhyNot = $"Ceph's gateway did not start; see {_folder}/log.";
        }
    }

    /// <summary>Null where it runs.</summary>
    public string? WhyNot { get; }

    public Uri Endpoint { get; } = new("http://127.0.0.1:1");

    public void Dispose()
    {
        if (_folder is not null && WhyNot is null)
        {
            Run("down", _folder);
            Directory.Delete(_folder, recursive: true);
        }
    }

    internal AmazonS3Client Client(string user = Key) => new(new BasicAWSCredentials(user, user + "-secret"), new AmazonS3Config
    {
        ServiceURL = Endpoint.AbsoluteUri,
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = true,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    /// <summary>A bucket that nobody else uses.</summary>
    internal async Task<string> CreateBucketAsync()
    {
        Skip.If(WhyNot is not null, WhyNot);
        var name = $"site-{Environment.ProcessId}-{Interlocked.Increment(ref _buckets)}";
        using var client = Client();
        await client.PutBucketAsync(name);
        return name;
    }

    internal S3TargetSettings Settings(string bucket) => new(new Located<string>("production", new SourceSpan("input/site.yml", 10, 10)), new Located<string>(bucket, default))
    {
        Endpoint = Endpoint,
        PathStyle = true,
        Prefix = "site/",
        StatePrefix = "site/.staticsite/",
    };

    internal static async Task<byte[]?> FetchAsync(IAmazonS3 client, string bucket, string key)
    {
        try
        {
            using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = bucket, Key = key });
            using var bytes = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(bytes);
            return bytes.ToArray();
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Join(folder, program)));

    /// <summary>Three in a row are used; what lies above the ephemeral ones is rarely taken.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return 20000 + (((IPEndPoint)listener.LocalEndpoint).Port % 4000 * 3);
    }

    private static bool Run(params string[] arguments)
    {
        var script = Path.Join(AppContext.BaseDirectory, "ceph-gateway.sh");
        using var process = Process.Start(new ProcessStartInfo("bash", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process.WaitForExit(TimeSpan.FromMinutes(4)) && process.ExitCode == 0;
    }
}
