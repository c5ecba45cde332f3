using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using StaticSite.Model;

namespace StaticSite.Publishing.Targets.Objects;

/// <summary>A client for one target. Its secrets come from environment variables or from files of the user, never from the site.</summary>
internal static class S3Connection
{
    /// <summary>What stores without regions of their own expect in signatures.</summary>
    private const string AnyRegion = "us-east-1";

    private static readonly TimeSpan s_longestRequest = TimeSpan.FromMinutes(10);

    /// <exception cref="TargetFault">There are no credentials.</exception>
    public static AmazonS3Client Open(S3TargetSettings settings) => new(FindCredentials(settings), Configure(settings));

    /// <summary>Checksums that the SDK adds by itself, and uploads in signed chunks, are refused by most stores but Amazon's; one took the chunks' frames for content.</summary>
    private static AmazonS3Config Configure(S3TargetSettings settings)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = settings.PathStyle,
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            MaxErrorRetry = 0,
            Timeout = s_longestRequest,
        };
        if (settings.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.AuthenticationRegion = settings.Region ?? AnyRegion;
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(settings.Region ?? Environment.GetEnvironmentVariable("AWS_REGION") ?? AnyRegion);
        }

        return config;
    }

    private static AWSCredentials FindCredentials(S3TargetSettings settings)
    {
        try
        {
            return settings.Profile is { } name ? OfProfile(name, settings) : FindDefault(settings);
        }
        catch (AmazonClientException error)
        {
            throw new TargetFault(PublishDiagnostics.NoCredentials(settings.Name.Where, error.Message.ReplaceLineEndings(" ")), cause: error);
        }
    }

    private static AWSCredentials OfProfile(string name, S3TargetSettings settings) =>
        new CredentialProfileStoreChain().TryGetAWSCredentials(name, out var credentials)
            ? credentials
            : throw new TargetFault(PublishDiagnostics.NoCredentials(settings.Name.Where, $"no profile is named '{name}'"));

    /// <summary>What a machine in Amazon's cloud is given concerns Amazon's stores only, and asking for it elsewhere takes its time.</summary>
    private static AWSCredentials FindDefault(S3TargetSettings settings)
    {
        if (settings.Endpoint is null)
        {
            return DefaultAWSCredentialsIdentityResolver.GetCredentials();
        }

        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(EnvironmentVariablesAWSCredentials.ENVIRONMENT_VARIABLE_ACCESSKEY)))
        {
            return new EnvironmentVariablesAWSCredentials();
        }

        var profile = Environment.GetEnvironmentVariable("AWS_PROFILE") ?? "default";
        return new CredentialProfileStoreChain().TryGetAWSCredentials(profile, out var credentials)
            ? credentials
            : throw new TargetFault(PublishDiagnostics.NoCredentials(settings.Name.Where, $"AWS_ACCESS_KEY_ID is not set, and there is no profile '{profile}'"));
    }
}
