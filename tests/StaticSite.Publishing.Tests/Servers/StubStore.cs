using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using StaticSite.Model;
using StaticSite.Publishing.Targets.Objects;

namespace StaticSite.Publishing.Tests.Servers;

/// <summary>A store that answers what the test says: for answers that no server here gives.</summary>
internal sealed class StubStore : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Func<HttpListenerRequest, (int Status, string Code)> _answer;

    /// <param name="answer">A status, and the code in the body where it is an error.</param>
    public StubStore(Func<HttpListenerRequest, (int Status, string Code)> answer)
    {
        _answer = answer;
        var port = 0;
        for (var tries = 0; ; tries++)
        {
            port = Random.Shared.Next(20000, 32000);
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                _listener.Start();
                break;
            }
            catch (HttpListenerException) when (tries < 20)
            {
                // Somebody has the port.
            }
        }

        Endpoint = new Uri($"http://127.0.0.1:{port}");
        _ = ServeAsync();
    }

    public Uri Endpoint { get; }

    public ConcurrentQueue<(string Method, string Path, WebHeaderCollection Headers)> Requests { get; } = new();

    public S3Store Open(CreateOnlyWrite createOnly = CreateOnlyWrite.IfNoneMatch)
    {
        var settings = new S3TargetSettings(new("production", new("input/site.yml", 1, 1)), new("bucket", default)) { Endpoint = Endpoint, CreateOnly = createOnly };
        return new S3Store(new AmazonS3Client(new BasicAWSCredentials("a", "b"), new AmazonS3Config
        {
            ServiceURL = Endpoint.AbsoluteUri,
            ForcePathStyle = true,
            MaxErrorRetry = 0,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        }), settings);
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (_listener.IsListening)
            {
                var context = await _listener.GetContextAsync();
                await context.Request.InputStream.CopyToAsync(Stream.Null);
                Requests.Enqueue((context.Request.HttpMethod, context.Request.RawUrl!, (WebHeaderCollection)context.Request.Headers));
                var (status, code) = _answer(context.Request);
                context.Response.StatusCode = status;
                if (status >= 300)
                {
                    await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>as the test wants</Message></Error>"));
                }

                context.Response.Close();
            }
        }
        catch (Exception error) when (error is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
