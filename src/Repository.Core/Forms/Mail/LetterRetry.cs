namespace Repository.Core.Forms.Mail;

/// <summary>When a letter that could not be sent is tried again: soon at first, then ever later, and after four days no more. Pure.</summary>
public static class LetterRetry
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(15),
        TimeSpan.FromDays(1), TimeSpan.FromDays(1), TimeSpan.FromDays(1),
    ];

    /// <param name="attempts">How often it has been tried, this time included.</param>
    public static DateTimeOffset? Next(int attempts, DateTimeOffset now) => attempts > Waits.Length ? null : now + Waits[attempts - 1];
}
