namespace Repository.Web.Desk.Users;

/// <summary>Something that is done to an account by one button, with what it means beside it.</summary>
internal sealed record OneStep(string Token, string Action, string Text)
{
    public bool IsDangerous { get; init; }
}
