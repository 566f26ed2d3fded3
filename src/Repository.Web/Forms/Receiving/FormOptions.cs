using Repository.Web.Operations;

namespace Repository.Web.Forms.Receiving;

/// <summary>How entries come in; sections <c>Repository:Forms</c> and <c>Repository:Limits</c>.</summary>
internal sealed record FormOptions
{
    public static readonly FormOptions Default = new();

    /// <summary>Lets programs send entries; without one only pages of this site can.</summary>
    public string ApiKey { get; init; } = "";

    /// <summary>Whoever is faster with a form is taken for a machine.</summary>
    public TimeSpan LeastTime { get; init; } = TimeSpan.FromSeconds(3);

    public ChallengeUse Challenge { get; init; } = ChallengeUse.Auto;

    /// <summary>How many bytes an entry sent by a program may have, files and all.</summary>
    public long MaxBody { get; init; } = 32 * 1024 * 1024;

    /// <summary>How often one address may send a step of a form within a minute; 0 sets no limit.</summary>
    public int RequestsPerMinute { get; init; } = 60;

    /// <summary>How many entries one address may send within an hour; 0 sets no limit.</summary>
    public int EntriesPerHour { get; init; } = 120;

    /// <summary>How many bytes in files one address may send within an hour; 0 sets no limit.</summary>
    public long UploadBytesPerHour { get; init; } = 1024L * 1024 * 1024;

    public static FormOptions Read(IConfiguration configuration) => new()
    {
        ApiKey = Setting.Text(configuration, "Forms:ApiKey"),
        LeastTime = TimeSpan.FromSeconds(Setting.Number(configuration, "Forms:LeastSeconds")),
        Challenge = Enum.Parse<ChallengeUse>(Setting.Choice(configuration, "Forms:Challenge", "auto", "always", "never"), ignoreCase: true),
        MaxBody = Setting.Size(configuration, "Forms:MaxBody"),
        RequestsPerMinute = Setting.Number(configuration, "Limits:FormRequestsPerMinute"),
        EntriesPerHour = Setting.Number(configuration, "Limits:EntriesPerHour"),
        UploadBytesPerHour = Setting.Size(configuration, "Limits:UploadBytesPerHour"),
    };
}

/// <summary>When browsers are asked for a proof of work.</summary>
internal enum ChallengeUse
{
    /// <summary>While the forms are under attack.</summary>
    Auto,
    Always,
    Never,
}
