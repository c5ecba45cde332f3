using System.Net;
using Amazon.Runtime;
using StaticSite.Model;

namespace StaticSite.Publishing.Targets.Objects;

/// <summary>What a store answers, as a diagnostic.</summary>
internal static class S3Faults
{
    /// <param name="what">What was tried, to stand behind "may not".</param>
    public static TargetFault From(Exception error, S3TargetSettings settings, string what) => error switch
    {
        TargetFault fault => fault,
        AmazonServiceException { StatusCode: not 0 } answer => FromAnswer(answer, settings, what),
        _ => new TargetFault(PublishDiagnostics.Unreachable(settings.Name.Where, Line(error)), isTransient: true, error),
    };

    public static bool IsMissing(AmazonServiceException error) => error is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" };

    private static TargetFault FromAnswer(AmazonServiceException answer, S3TargetSettings settings, string what)
    {
        var where = settings.Name.Where;
        return answer.ErrorCode switch
        {
            "NoSuchBucket" => new TargetFault(PublishDiagnostics.NoBucket(settings.Bucket), cause: answer),
            "RequestTimeTooSkewed" => new TargetFault(PublishDiagnostics.ClockSkew(where), cause: answer),
            "InvalidAccessKeyId" or "SignatureDoesNotMatch" or "ExpiredToken" or "InvalidToken" or "AuthorizationHeaderMalformed" =>
                new TargetFault(PublishDiagnostics.CredentialsRefused(where, Line(answer)), cause: answer),
            "QuotaExceeded" or "EntityTooLarge" => new TargetFault(PublishDiagnostics.DiskFull(settings.Bucket.Value), cause: answer),
            _ when answer.StatusCode == HttpStatusCode.Forbidden => new TargetFault(PublishDiagnostics.NotAllowed(where, what), cause: answer),
            _ => new TargetFault(PublishDiagnostics.StoreFailed(where, Line(answer)), IsTransient(answer), answer),
        };
    }

    /// <summary>A digest that does not match is a line that turned bits over.</summary>
    private static bool IsTransient(AmazonServiceException answer) =>
        (int)answer.StatusCode is 408 or 429 or 500 or 502 or 503 or 504
        || answer.ErrorCode is "SlowDown" or "RequestTimeout" or "BadDigest" or "OperationAborted" or "ConditionalRequestConflict" or "Throttling" or "RequestLimitExceeded";

    private static string Line(Exception error)
    {
        var message = (error.InnerException is HttpRequestException or IOException ? error.InnerException : error).Message.ReplaceLineEndings(" ").Trim();
        return error is AmazonServiceException { StatusCode: not 0 } answer
            ? $"{(int)answer.StatusCode} {answer.ErrorCode} {message}".TrimEnd()
            : message;
    }
}
