namespace Repository.Core.Forms.Results;

/// <summary>One person's answers on their way into the counts: the day in the form's time zone and the key of the region, empty when they did not say where they live.</summary>
public sealed record CountedAnswers(DateOnly Day, string Region, Answers Answers)
{
    public static CountedAnswers Of(DateOnly day, Answers answers, string municipalityAlias, FormPlaces places) =>
        new(day, places.Find(answers.Text(municipalityAlias))?.Region ?? "", answers);
}

/// <summary>Which answers are asked for; what is null is not narrowed. The last day counts.</summary>
public sealed record ResultFilter(string? Region = null, DateOnly? From = null, DateOnly? Until = null)
{
    public bool Takes(CountedAnswers answers) =>
        (Region is null || answers.Region == Region) && (From is null || answers.Day >= From) && (Until is null || answers.Day <= Until);
}
