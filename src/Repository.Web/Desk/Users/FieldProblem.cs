using Microsoft.Extensions.Localization;
using Repository.Core.Accounts;

namespace Repository.Web.Desk.Users;

/// <summary>What is wrong with one field of a form about accounts, said beside it.</summary>
/// <param name="Field">The field's id on its page.</param>
internal sealed record FieldProblem(string Field, string Text)
{
    /// <summary>Null for what concerns no field.</summary>
    /// <param name="current">The id of the field for the current password: a page may have several.</param>
    public static FieldProblem? Of(AccountResult result, IStringLocalizer texts, string current = "current")
    {
        var problem = ((AccountResult.Refused)result).Problem;
        var field = problem switch
        {
            AccountProblem.BadEmail or AccountProblem.EmailTaken => "email",
            AccountProblem.NoName => "name",
            AccountProblem.NoRole => "roles",
            AccountProblem.PasswordTooShort or AccountProblem.PasswordTooLong or AccountProblem.PasswordCommon or AccountProblem.PasswordIsYou => "password",
            AccountProblem.WrongPassword => current,
            AccountProblem.WrongCode => "code",
            _ => null,
        };
        return field is null ? null : new FieldProblem(field, texts[$"Account.Problem.{problem}"]);
    }
}

internal static class FieldProblems
{
    extension(FieldProblem? problem)
    {
        public string? Invalid(string field) => problem?.Field == field ? "true" : null;

        /// <summary>What describes a field: its hint, where it has one, and what is wrong with it.</summary>
        public string? Describes(string field, string? hint = null) => (hint, problem?.Field == field) switch
        {
            (null, true) => $"{field}-error",
            (not null, true) => $"{hint} {field}-error",
            _ => hint,
        };
    }
}
