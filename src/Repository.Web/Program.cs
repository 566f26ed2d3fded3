using Repository.Web.Commands;

return await RepositoryCommands.RunAsync(args);
