using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using Repository.Web.Desk.Assets;
using Repository.Web.Desk.Calls;
using Repository.Web.Desk.Forms;
using Repository.Web.Desk.SignIn;
using Repository.Web.Desk.Users;
using Repository.Web.Desk.Tree;
using Repository.Web.Desk.Reviewing;
using Repository.Web.Desk.Views;
using Repository.Web.Media.Uploads;
using Repository.Web.Operations;
using Repository.Web.Resources;
using Repository.Web.Site.Rendering;

namespace Repository.Web.Desk.Serving;

/// <summary>Where the editor's desk begins, and what it is made of.</summary>
internal static class DeskDoors
{
    public static void AddDesk(this IServiceCollection services, RepositoryOptions options)
    {
        services.AddLocalization();
        services.TryAddSingleton<IStringLocalizer<DeskTexts>, KeptTexts<DeskTexts>>();
        services.AddDataProtection().SetApplicationName("repository").PersistKeysToFileSystem(OwnersOnly(options.KeysPath));
        services.AddAntiforgery(tokens =>
        {
            tokens.FormFieldName = TokenView.Field;
            tokens.HeaderName = TokenView.Header;
            tokens.Cookie.Name = "desk-token";
            tokens.Cookie.Path = DeskAddress.Root;
            tokens.Cookie.SameSite = SameSiteMode.Strict;
            tokens.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            tokens.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<DeskAssets>();
        services.AddSignIn(options);
        services.AddUsers();
        services.AddSingleton<DeskServing>();
        services.AddSingleton<DeskDoor>();
        services.AddTree();
        services.AddReview();
        services.AddDeskForms();
        services.AddCallDesk();
    }

    public static void UseDesk(this WebApplication app)
    {
        var assets = app.Services.GetRequiredService<DeskAssets>().Folder;
        var door = app.Services.GetRequiredService<DeskDoor>();
        app.Use((http, next) => http.Request.Path switch
        {
            var path when !path.StartsWithSegments(DeskAddress.Root) || path.StartsWithSegments(UploadEndpoints.Root) => next(http),
            var path when assets.Has(path) => assets.SendAsync(http),
            _ => door.PassAsync(http, next),
        });
        app.MapSignIn();
        app.MapUsers();
        app.MapTree();
        app.MapReview();
        app.MapDeskForms();
        app.MapCallDesk();
    }

    private static DirectoryInfo OwnersOnly(string path) =>
        OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
}
