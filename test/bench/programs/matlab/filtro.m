function salida = filtro(senal, ancho)
% FILTRO  Moving mean of a signal.
%   The window is ANCHO samples wide.
    if nargin < 2
        ancho = 3;
    end
    salida = zeros(size(senal));
    for indice = 1:numel(senal)
        primero = max(1, indice - ancho + 1);
        salida(indice) = mean(senal(primero:indice));
    end
end

function dibuja(senal, salida)
    figure;
    plot(senal, 'b');
    hold on;
    plot(salida, 'r', 'LineWidth', 2);
    legend('signal', 'mean');
end
