using Repository.Core.Accounts;
using Repository.Web.Operations;

namespace Repository.Web.Desk.SignIn;

/// <summary>How the desk is to be entered, as the configuration has it.</summary>
internal sealed record DeskOptions(AccountPolicy Policy, string AdministratorEmail)
{
    public static readonly DeskOptions Default = new(AccountPolicy.Default, "admin@localhost");

    public static DeskOptions Read(IConfiguration configuration) => new(
        new AccountPolicy(
            Setting.Choice(configuration, "Desk:SecondFactor", "required", "optional") == "required",
            TimeSpan.FromMinutes(Setting.Positive(configuration, "Desk:IdleMinutes")),
            TimeSpan.FromHours(Setting.Positive(configuration, "Desk:SessionHours")),
            TimeSpan.FromDays(Setting.Positive(configuration, "Desk:EventDays"))),
        EmailAddress.Parse(Setting.Text(configuration, "Desk:AdministratorEmail"))
            ?? throw new BadSettingException("Desk:AdministratorEmail", Setting.Text(configuration, "Desk:AdministratorEmail"), "una dirección de correo"));
}
