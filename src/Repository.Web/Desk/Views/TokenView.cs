using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Views;

/// <summary>The hidden field without which no form of the desk is accepted.</summary>
internal sealed class TokenView : View<string>
{
    public const string Field = "Token";
    public const string Header = "RequestVerificationToken";

    public override Task ExecuteAsync()
    {
        WriteLiteral($"<input type=\"hidden\" name=\"{Field}\" value=\"");
        Write(Model);
        WriteLiteral("\">");
        return Task.CompletedTask;
    }
}
