using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using StaticSite.Model;

namespace StaticSite.Publishing.Targets.Objects;

/// <summary>One bucket of a store that speaks S3: Amazon S3, Alibaba OSS, Tencent COS, Cloudflare R2, MinIO, Ceph.</summary>
internal sealed class S3Store(AmazonS3Client client, S3TargetSettings settings) : IObjectStore
{
    private long _requests;

    public string ShownAs => $"s3://{settings.Bucket.Value}/{settings.Prefix}";

    public string CreateOnlyWrite => settings.CreateOnly switch
    {
        Model.CreateOnlyWrite.Oss => "x-oss-forbid-overwrite: true",
        Model.CreateOnlyWrite.Cos => "x-cos-forbid-overwrite: true",
        _ => "If-None-Match: *",
    };

    public long Requests => Interlocked.Read(ref _requests);

    public string TagOf(Stream bytes) => Convert.ToHexStringLower(Md5(bytes));

    public Task<string> PutAsync(string key, Stream bytes, HeaderSet headers, CancellationToken cancellation) => RunAsync("write objects", async () =>
    {
        var answer = await client.PutObjectAsync(Request(key, bytes, headers), cancellation);
        return Tag(answer.ETag);
    }, cancellation);

    public Task<bool> CreateAsync(string key, byte[] bytes, CancellationToken cancellation) => RunAsync("write objects", async () =>
    {
        using var stream = new MemoryStream(bytes, writable: false);
        var request = Request(key, stream, HeaderSet.None);
        if (settings.CreateOnly == Model.CreateOnlyWrite.IfNoneMatch)
        {
            request.IfNoneMatch = "*";
        }
        else
        {
            request.Headers[settings.CreateOnly == Model.CreateOnlyWrite.Oss ? "x-oss-forbid-overwrite" : "x-cos-forbid-overwrite"] = "true";
        }

        try
        {
            await client.PutObjectAsync(request, cancellation);
            return true;
        }
        catch (AmazonServiceException refused) when (IsRefused(refused))
        {
            return false;
        }
        catch (AmazonServiceException unknown) when (unknown.StatusCode == HttpStatusCode.NotImplemented)
        {
            throw new TargetFault(PublishDiagnostics.NoCreateOnly(settings.Name.Where, CreateOnlyWrite), cause: unknown);
        }
    }, cancellation);

    public Task<byte[]?> GetAsync(string key, CancellationToken cancellation) => RunAsync("read objects", async () =>
    {
        try
        {
            using var answer = await client.GetObjectAsync(new GetObjectRequest { BucketName = settings.Bucket.Value, Key = key }, cancellation);
            using var bytes = new MemoryStream();
            await answer.ResponseStream.CopyToAsync(bytes, cancellation);
            return bytes.ToArray();
        }
        catch (AmazonServiceException error) when (S3Faults.IsMissing(error))
        {
            return null;
        }
    }, cancellation);

    public Task<string?> CopyAsync(string from, string to, HeaderSet headers, CancellationToken cancellation) => RunAsync("copy objects", async () =>
    {
        var request = new CopyObjectRequest
        {
            SourceBucket = settings.Bucket.Value,
            SourceKey = from,
            DestinationBucket = settings.Bucket.Value,
            DestinationKey = to,
            MetadataDirective = S3MetadataDirective.REPLACE,
        };
        Set(request.Headers, headers);
        try
        {
            return (string?)Tag((await client.CopyObjectAsync(request, cancellation)).ETag);
        }
        catch (AmazonServiceException error) when (S3Faults.IsMissing(error))
        {
            return null;
        }
    }, cancellation);

    /// <summary>One by one: to delete many at once, stores demand a digest that the SDK does not send.</summary>
    public Task DeleteAsync(string key, CancellationToken cancellation) => RunAsync("delete objects", async () =>
    {
        try
        {
            await client.DeleteObjectAsync(settings.Bucket.Value, key, cancellation);
        }
        catch (AmazonServiceException error) when (S3Faults.IsMissing(error))
        {
            // It is gone, which is what was wanted.
        }

        return true;
    }, cancellation);

    public async IAsyncEnumerable<StoredObject> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var request = new ListObjectsV2Request { BucketName = settings.Bucket.Value, Prefix = prefix };
        while (true)
        {
            var page = await RunAsync("list objects", () => client.ListObjectsV2Async(request, cancellation), cancellation);
            foreach (var found in page.S3Objects ?? [])
            {
                yield return new StoredObject(found.Key, found.Size ?? 0, Tag(found.ETag));
            }

            if (page.IsTruncated != true)
            {
                yield break;
            }

            request.ContinuationToken = page.NextContinuationToken;
        }
    }

    public void Dispose() => client.Dispose();

    /// <summary>The store compares the digest with what arrives.</summary>
    private PutObjectRequest Request(string key, Stream bytes, HeaderSet headers)
    {
        var digest = Convert.ToBase64String(Md5(bytes));
        bytes.Position = 0;
        var request = new PutObjectRequest
        {
            BucketName = settings.Bucket.Value,
            Key = key,
            InputStream = bytes,
            AutoCloseStream = false,
            UseChunkEncoding = false,
            MD5Digest = digest,
        };
        Set(request.Headers, headers);
        return request;
    }

    private static void Set(HeadersCollection to, HeaderSet headers)
    {
        foreach (var (name, value) in headers.Values)
        {
            to[name] = value;
        }
    }

    /// <summary>Alibaba and Tencent answer 409 where others answer 412.</summary>
    private bool IsRefused(AmazonServiceException error) =>
        error.StatusCode == HttpStatusCode.PreconditionFailed
        || (error.StatusCode == HttpStatusCode.Conflict && settings.CreateOnly != Model.CreateOnlyWrite.IfNoneMatch && error.ErrorCode is not "OperationAborted");

    private async Task<T> RunAsync<T>(string what, Func<Task<T>> request, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _requests);
        try
        {
            return await request();
        }
        catch (Exception error) when (error is not TargetFault && !cancellation.IsCancellationRequested)
        {
            throw S3Faults.From(error, settings, what);
        }
    }

    private static string Tag(string? etag) => etag?.Trim('"').ToLowerInvariant() ?? "";

    /// <summary>No proof against an enemy: it is what these stores compare with.</summary>
    private static byte[] Md5(Stream bytes)
    {
#pragma warning disable CA5351
        return MD5.HashData(bytes);
#pragma warning restore CA5351
    }
}
