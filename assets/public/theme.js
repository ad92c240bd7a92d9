// The reader's choice of light or dark, before anything is drawn. The console is where it is made.
try {
  const choice = localStorage.getItem("theme");
  if (choice === "light" || choice === "dark") {
    document.documentElement.dataset.theme = choice;
  }
} catch {
  // Storage is closed to us: the system's choice it is.
}
