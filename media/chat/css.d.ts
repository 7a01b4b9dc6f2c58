// esbuild gathers imported style sheets into dist/media/chat.css.
declare module '*.css';
