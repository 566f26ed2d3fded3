using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Repository.Core.Accounts;
using Repository.Web.Desk.Serving;
using Repository.Web.Media.Uploads;
using Repository.Web.Operations;

namespace Repository.Web.Desk.SignIn;

/// <summary>What signing in is made of, and where it answers.</summary>
internal static class SignInDoors
{
    public static void AddSignIn(this IServiceCollection services, RepositoryOptions options)
    {
        services.AddSingleton(options.Desk.Policy);
        services.AddSingleton<IAccountStore>(provider => provider.GetRequiredService<Installation>().Store.Accounts);
        services.AddSingleton<ISecretKeeping>(provider => new SecretKeeping(provider.GetRequiredService<IDataProtectionProvider>()));
        services.AddSingleton(new PasswordRules(CommonPasswords.Contains));
        services.AddSingleton<SigningIn>();
        services.AddSingleton<OwnAccount>();
        services.AddSingleton<AccountKeeping>();
        services.TryAddSingleton<IDoorkeeper, SessionDoorkeeper>();
        services.AddSingleton<AddressLimit>();
        services.AddSingleton<SignInPages>();
        services.AddSingleton<EnrolmentPages>();
        services.AddSingleton<InvitationPages>();
        services.TryAddSingleton<IUploadGate, DeskGate>();
    }

    public static void MapSignIn(this WebApplication app)
    {
        var (entering, enrolment) = (app.Services.GetRequiredService<SignInPages>(), app.Services.GetRequiredService<EnrolmentPages>());
        app.MapGet(DeskAddress.SignIn, entering.ShowAsync).WithMetadata(OpenToAll.Mark);
        app.MapPost(DeskAddress.SignIn, entering.EnterAsync).WithMetadata(OpenToAll.Mark);
        app.MapGet(DeskAddress.SignInCode, entering.ShowCodeAsync).WithMetadata(OpenToAll.Mark);
        app.MapPost(DeskAddress.SignInCode, entering.EnterCodeAsync).WithMetadata(OpenToAll.Mark);
        app.MapGet(DeskAddress.SignInFactor, enrolment.ShowAsync).WithMetadata(OpenToAll.Mark);
        app.MapPost(DeskAddress.SignInFactor, enrolment.ConfirmAsync).WithMetadata(OpenToAll.Mark);
        var invitations = app.Services.GetRequiredService<InvitationPages>();
        const string One = $"{DeskAddress.Invitation}/{{token}}";
        app.MapGet(One, invitations.ShowAsync).WithMetadata(OpenToAll.Mark);
        app.MapPost(One, invitations.JoinAsync).WithMetadata(OpenToAll.Mark);
        app.MapPost(DeskAddress.SignOut, entering.LeaveAsync).WithMetadata(OpenToAll.Mark);
    }
}
